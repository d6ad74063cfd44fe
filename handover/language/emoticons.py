"""Emoticons and emoji with their tone, the same in every language."""

EMOTICONS: dict[float, str] = {
    -2.2: """
    :( :-( ;( :'( :/ :-/ :| =( :(( :-(( >:( :\\
    😡 😠 🤬 😤 😢 😭 😞 😔 😒 🙄 👎 🤮 🤢 😩 😫 💩 🖕 😣 😖 ☹ 😑 😐 🤦 😕 🙁
    """,
    1.9: """
    :) :-) ;) ;-) :d :-d ;d =) =d xd :)) :-)) :p ;p :-p 8)
    😀 😃 😄 😁 😆 😂 🤣 😊 ☺ 😉 😎 👍 👏 🎉 💪 😇 🙂 😋 🤗 ✌ 💕 💖
    """,
    3.0: "♥ ❤ <3 😍 😘 🥰",
}
