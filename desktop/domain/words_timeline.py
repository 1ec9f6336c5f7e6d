"""The words of what can go wrong with follow-up records, in both languages."""

EN: dict[str, tuple[str, str, str]] = {
    "several_alike": (
        "Nobody can tell whether this record arrived: {count} new ones say the same.",
        "The answer to it was lost, and a colleague may have written the same words. It was not sent again.",
        "Look at the customer's timeline. Discard the edit when the record is there, else send it again.",
    ),
    "irrevocable": (
        "A follow-up record that was sent cannot be taken back.",
        "Sobot has no call that changes or deletes a record. It stays in the customer's history.",
        "Write another record that corrects it.",
    ),
}

ZH: dict[str, tuple[str, str, str]] = {
    "several_alike": (
        "无法确定这条跟进记录是否已送达：有 {count} 条新记录内容相同。",
        "服务器的答复丢失了，也可能有同事写了相同的内容。没有再次发送。",
        "请查看该客户的时间线。若记录已在其中，请放弃此修改，否则请重新发送。",
    ),
    "irrevocable": (
        "已发送的跟进记录无法撤回。",
        "智齿没有修改或删除跟进记录的接口，它会保留在客户的历史中。",
        "请再写一条记录予以更正。",
    ),
}
