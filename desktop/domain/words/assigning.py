"""The words of what can go wrong with assigning customers, in both languages."""

_NOTHING_SENT = "Nothing was sent or changed."
_ZH_NOTHING_SENT = "没有发送，也没有更改任何内容。"

EN: dict[str, tuple[str, str, str]] = {
    "agent_gone": (
        "This agent is not in the list of agents.",
        f"The agent may have left, or the list was not fetched yet. {_NOTHING_SENT}",
        "Pull (F5) and choose another agent.",
    ),
    "customer_new": (
        "A new customer cannot be assigned.",
        f"The server assigns waiting customers, those of the pool and those somebody follows. {_NOTHING_SENT}",
        "Put the customer into the pool first, then assign it from there.",
    ),
    "kind_forbidden": (
        "The customer cannot be assigned this way: it stands in another list.",
        f"A colleague may have assigned it or put it into the pool meanwhile. {_NOTHING_SENT}",
        "Look where it stands now and assign it anew; kind 0 chooses the way by itself.",
    ),
    "standing_unknown": (
        "It is not known on this computer where the customer stands.",
        f"Each list has its own way to assign. {_NOTHING_SENT}",
        "Pull (F5) and try again, or name the kind.",
    ),
    "state_forbids": (
        "The customer's list no longer allows this.",
        "A colleague may have taken the customer, or it became a new one. Nothing was changed on the server.",
        "Discard the edit, look where the customer stands now, and assign it anew.",
    ),
    "not_assigned": (
        "The server said that it was done, but the customer is not where it should be.",
        "A colleague may have moved it in the same moment, or the account's rules gave it to somebody else.",
        "Look who has the customer now; send the edit again, or discard it.",
    ),
}

ZH: dict[str, tuple[str, str, str]] = {
    "agent_gone": (
        "客服列表中没有这位客服。",
        f"可能已离职，或列表尚未获取。{_ZH_NOTHING_SENT}",
        "请拉取更新（F5），然后选择其他客服。",
    ),
    "customer_new": (
        "新客户不能直接分配。",
        f"服务器只能分配待分配、客户池和跟进中的客户。{_ZH_NOTHING_SENT}",
        "请先放入客户池，再从客户池分配。",
    ),
    "kind_forbidden": (
        "不能这样分配：该客户在其他列表中。",
        f"可能已被同事分配或放入客户池。{_ZH_NOTHING_SENT}",
        "请查看客户目前所在的列表后重新分配；kind 为 0 时自动选择方式。",
    ),
    "standing_unknown": (
        "本机不知道该客户目前在哪个列表。",
        f"每个列表有各自的分配方式。{_ZH_NOTHING_SENT}",
        "请拉取更新（F5）后重试，或指明 kind。",
    ),
    "state_forbids": (
        "客户目前的状态不允许此操作。",
        "可能已被同事领取，或变为新客户。服务器上没有更改。",
        "请放弃此更改，查看客户目前的状态后重新分配。",
    ),
    "not_assigned": (
        "服务器表示已完成，但客户不在应在的位置。",
        "可能同时被同事移动，或账号规则把它分给了其他人。",
        "请查看客户目前的负责客服；然后重新发送或放弃此更改。",
    ),
}
