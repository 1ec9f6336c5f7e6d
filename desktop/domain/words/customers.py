"""The words of what can go wrong with edits of customers and enterprises, in both languages."""

_NOTHING_SENT = "Nothing was sent or changed."
_ZH_NOTHING_SENT = "没有发送，也没有更改任何内容。"

EN: dict[str, tuple[str, str, str]] = {
    "customer_gone": (
        "This customer does not exist any more.",
        "It was removed, or merged into another one, while the edit waited. Nothing was changed.",
        "What you entered is kept here: copy it to the right customer, then discard this edit.",
    ),
    "unclear": (
        "The answer was lost, and it cannot be read whether this was done.",
        "Sending it again could make the same thing twice, so it was not sent again.",
        "Look in Sobot. If it is there, discard this edit; if it is not, send it again.",
    ),
    "custom_unreadable": (
        "The custom fields of this customer cannot be read.",
        f"The server holds text there that is not in the documented form; it is kept as it is. {_NOTHING_SENT}",
        "Correct the custom fields in the Sobot console, or change other fields only.",
    ),
}

ZH: dict[str, tuple[str, str, str]] = {
    "customer_gone": (
        "该客户已不存在。",
        "在此更改等待发送期间，客户被删除或被合并到其他客户。没有更改任何内容。",
        "您填写的内容保留在这里：请复制到正确的客户，然后放弃此更改。",
    ),
    "unclear": (
        "没有收到应答，也无法读取此操作是否完成。",
        "再次发送可能会重复创建，因此没有再次发送。",
        "请在智齿控制台查看：如果已存在，请放弃此更改；如果不存在，请再次发送。",
    ),
    "custom_unreadable": (
        "无法读取该客户的自定义字段。",
        f"服务器中的内容不是文档规定的格式，已原样保留。{_ZH_NOTHING_SENT}",
        "请在智齿控制台更正自定义字段，或只修改其他字段。",
    ),
}
