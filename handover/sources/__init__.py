"""Where mail and events come from: bytes and locators out, nothing ever written back."""
