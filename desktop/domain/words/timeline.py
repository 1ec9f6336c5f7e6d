"""The words of what can go wrong with follow-up records, in both languages."""

EN: dict[str, tuple[str, str, str]] = {
    "several_alike": (
        "Nobody can tell whether this record arrived: {count} new ones say the same.",
        "The answer to it was lost, and a colleague may have written the same words. It was not sent again.",
        "Look at the customer's timeline. Discard the edit when the record is there, else send it again.",
    ),
    "irrevocable": (
        "What was sent cannot be taken back.",
        "Sobot has no call that deletes a follow-up record, a customer or a company: it stays on the server.",
        "Correct it by another edit, or in the Sobot console.",
    ),
}

ZH: dict[str, tuple[str, str, str]] = {
    "several_alike": (
        "无法确定这条跟进记录是否已送达：有 {count} 条新记录内容相同。",
        "服务器的答复丢失了，也可能有同事写了相同的内容。没有再次发送。",
        "请查看该客户的时间线。若记录已在其中，请放弃此修改，否则请重新发送。",
    ),
    "irrevocable": (
        "已发送的内容无法撤回。",
        "智齿没有删除跟进记录、客户或公司的接口，它会保留在服务器上。",
        "请通过新的更改或在智齿控制台予以更正。",
    ),
}
