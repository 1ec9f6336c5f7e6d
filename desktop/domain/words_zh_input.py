"""The Chinese words for input that is refused here: the reasons of `InvalidInput`."""

_NOTHING_SENT = "没有发送或更改任何内容。"
_NOTHING_CHANGED = "服务器上的内容没有改变。"

WORDS: dict[str, tuple[str, str, str]] = {
    "invalid_input": ("{field}：此值不能使用。", _NOTHING_SENT, "请修改后重试。"),
    "address_not_https": (
        "服务器地址必须以 https:// 开头。",
        f"否则客户数据在传输中得不到保护。{_NOTHING_SENT}",
        "请输入类似 https://sg.sobot.io 的地址。http 只能用于本机。",
    ),
    "address_unreadable": ("无法识别此服务器地址。", _NOTHING_SENT, "请输入类似 https://sg.sobot.io 的地址。"),
    "address_has_extras": (
        "服务器地址中有多余的内容。",
        f"其中不应有用户名、密码、? 或 #。{_NOTHING_SENT}",
        "请只输入地址，例如 https://sg.sobot.io。",
    ),
    "profile_name": ("此名称不能用作账户名称。", _NOTHING_SENT, "请输入 1 到 40 个字符，不含斜杠、反斜杠或冒号。"),
    "profile_exists": ("已有名为 {name} 的账户。", _NOTHING_SENT, "请换一个名称。"),
    "no_such_profile": ("没有名为 {name} 的账户。", _NOTHING_SENT, "请选择已有的账户，或添加此账户。"),
    "preference": ("{field}：此值不能使用。", "设置保持不变。", "请输入所示范围内的值。"),
    "passphrases_differ": ("两次输入的口令不一致。", _NOTHING_SENT, "请两次输入相同的口令。"),
    "missing": ("{field}：没有填写。", _NOTHING_SENT, "请填写后重试。"),
    "empty": ("{field}：没有填写。", _NOTHING_SENT, "请填写后重试。"),
    "too_long": (
        "{field}：文字过长。",
        f"最多允许 {{limit}} 个字符。{_NOTHING_SENT}",
        "请缩短到 {limit} 个字符以内。",
    ),
    "bad_id": (
        "{field}：这不是有效的 ID。",
        f"ID 由 1 到 64 个字母、数字、_ 和 - 组成。{_NOTHING_SENT}",
        "请刷新列表后重新选择。",
    ),
    "page": ("没有这一页。", f"页码从 1 开始，每页最多 {{limit}} 条。{_NOTHING_SENT}", "请选择其他页。"),
    "proxy_address": (
        "代理地址不能使用。",
        f"它必须以 http:// 或 https:// 开头。{_NOTHING_SENT}",
        "请修改设置中的代理，或留空。",
    ),
    "search_incomplete": ("搜索需要同时给出文字和搜索字段。", _NOTHING_SENT, "请两者都填写，或都不填写。"),
    "range_reversed": ("结束早于开始。", _NOTHING_SENT, "请选择晚于开始的结束时间。"),
    "longer_than_month": ("时间范围超过一个月。", f"服务器最多统计一个月。{_NOTHING_SENT}", "请选择更短的范围。"),
    "time_zone": ("这不是有效的时区。", _NOTHING_SENT, "请输入类似 +08:00 的时区。"),
    "agent_needed": ("跟进中的客户需要指定客服。", _NOTHING_SENT, "请选择负责此客户的客服。"),
    "not_editable": ("{field}：服务器不允许在此修改该字段。", _NOTHING_SENT, "请保持该字段不变。"),
    "wrong_kind": ("{field}：该字段不能使用此值。", _NOTHING_SENT, "请修改后重试。"),
    "group_name_blank": ("标签组没有名称。", _NOTHING_SENT, "请输入标签组名称。"),
    "tag_name_blank": ("标签没有名称。", _NOTHING_SENT, "请输入标签名称。"),
    "name_too_long": ("名称超过 {limit} 个字符。", _NOTHING_SENT, "请将名称缩短到 {limit} 个字符以内。"),
    "param_name_too_long": (
        "参数名称超过 {limit} 个字符。",
        _NOTHING_SENT,
        "请将参数名称缩短到 {limit} 个字符以内。",
    ),
    "group_name_taken": ("已有同名的标签组。", _NOTHING_SENT, "请换一个名称，或使用已有的标签组。"),
    "tag_name_taken": ("该组中已有同名的标签。", _NOTHING_SENT, "请换一个名称，或使用已有的标签。"),
    "param_name_taken": ("参数名称已被其他标签使用。", _NOTHING_SENT, "请换一个参数名称，或留空。"),
    "bad_color": (
        "{field}：这不是有效的颜色。",
        f"颜色由 # 和六位 0-9、A-F 组成。{_NOTHING_SENT}",
        "请输入类似 #09AEB0 的颜色。",
    ),
    "unknown_op": ("没有这种更改。", _NOTHING_SENT, "请使用 add_tags、create_tag 等 op，README 中有列表。"),
    "unknown_key": ("{field}：此更改没有这个值。", _NOTHING_SENT, "请删除它，或改正其名称。"),
    "not_json": ("这不是 JSON 对象。", _NOTHING_SENT, "请每行写一个对象。"),
    "nothing_to_change": ("没有指定要更改的内容。", _NOTHING_SENT, "请至少给出一个新的值。"),
    "id_in_use": ("{field}：此 ID 已被使用。", _NOTHING_SENT, "请留空，系统会自动生成。"),
    "edit_settled": ("此更改已不在等待。", "它已经完成，或已被放弃。", "无需处理。"),
    "other_edit": ("修改后的内容针对的是另一对象。", _NOTHING_SENT, "请只修改其中的值，或另建一个更改。"),
    "conflict": (
        "其他人同时修改了同一内容。",
        "您的更改已保留，没有发送；服务器上是对方的值。",
        "请在发件箱中比较后选择。",
    ),
    "left_behind": (
        "此更改的对象从未在服务器上建立。",
        f"建立它的更改被拒绝或放弃了。{_NOTHING_CHANGED}",
        "请放弃此更改，或重新建立该对象。",
    ),
    "incomplete": (
        "标签组已建立，但缺少其中一些标签。",
        "建立时服务器的答复丢失了。",
        "请补上缺少的标签，然后放弃此更改。",
    ),
    "held_back": (
        "旧标签尚未删除：有 {failed} 位客户未能更改。",
        "否则他们会失去旧标签，却没有得到新标签。",
        "请查看失败的客户，然后重试，或取消任务。",
    ),
    "one_only": (
        "未打上标签：任务执行期间，该标签组变成了单选。",
        "否则客户会失去组内的另一个标签，而没有人这样要求过。",
        "请重新开始任务：届时会显示哪些标签将被替换。",
    ),
    "gone": (
        "它已不存在。",
        f"可能已被同事删除。{_NOTHING_SENT}",
        "请选择其他的。",
    ),
}
