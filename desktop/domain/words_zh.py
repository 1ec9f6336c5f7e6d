"""The Chinese words of `desktop.domain.words`: what happened, what it means, what to do."""

from desktop.domain.words_assigning import ZH as ASSIGNING
from desktop.domain.words_customers import ZH as CUSTOMERS
from desktop.domain.words_sheets import ZH as SHEETS
from desktop.domain.words_timeline import ZH as TIMELINE
from desktop.domain.words_zh_input import WORDS as INPUT

MISSING = "（未说明）"
BETWEEN = "、"

_KEPT = "数据没有丢失：您看到的内容保存在本机。"
_NOTHING_SENT = "没有发送或更改任何内容。"
_NOTHING_CHANGED = "服务器上的内容没有改变。"
_OFFLINE_READ = "已获取的内容仍可查看；您的更改保存在本机。"

WORDS: dict[str, tuple[str, str, str]] = {
    "unexpected": (
        "出了点问题。",
        _KEPT,
        "请重试。如果再次出现，请从设置的“关于”页复制系统报告并转交给技术人员。",
    ),
    "offline": ("网络未能送达请求。", _KEPT, "应用会自动重试。如果一直如此，请检查网络。"),
    "connect_failed": ("无法连接服务器。", _KEPT, "请检查网络和设置中的服务器地址。应用会自动重试。"),
    "tls_failed": (
        "服务器无法证明其身份（证书未被接受）。",
        f"为保护您的数据，没有建立连接。{_KEPT}",
        "请检查服务器地址和本机日期。如果在公司网络中，请联系管理员。",
    ),
    "proxy_failed": (
        "代理拒绝了连接。",
        f"没有向服务器发送任何内容。{_KEPT}",
        "请检查设置中的代理，或联系管理员。",
    ),
    "timed_out": (
        "服务器没有及时答复。",
        f"{_KEPT}正在发送的更改会先核实，再决定是否重发。",
        "应用会自动重试。如果一直如此，请检查网络。",
    ),
    "interrupted": (
        "答复尚未完整，连接就中断了。",
        f"{_KEPT}正在发送的更改会先核实，再决定是否重发。",
        "应用会自动重试。如果一直如此，请检查网络。",
    ),
    "busy": ("服务器繁忙。", f"服务器要求稍候。{_KEPT}", "请稍候，应用会自动重试。"),
    "bad_reply": (
        "答复不是来自智齿 API，或者已经损坏。",
        f"可能是代理、网络登录页面或错误的服务器地址造成的。{_KEPT}",
        "请检查服务器地址和网络，然后重试。",
    ),
    "no_release": (
        "该地址没有给出版本信息。",
        "因此不知道是否有新版本。其他一切照常。",
        "请检查“关于”页中的地址。",
    ),
    "token_refused": (
        "服务器不再接受应用的访问令牌。",
        _KEPT,
        "应用会自动获取新的令牌。如果一直如此，请在设置中测试连接。",
    ),
    "token_contested": (
        "另一台电脑正在使用同一个 App ID，不断夺走访问令牌。",
        f"应用将等待 {{wait}} 秒再取回令牌。{_OFFLINE_READ}",
        "请等待，或点击“重试”立即继续。最好每台电脑使用各自的 App ID。",
    ),
    "stopped": ("应用已停止访问服务器。", _OFFLINE_READ, "请在设置中测试连接。"),
    "bad_sign": (
        "服务器不接受此 App ID 和 App Key。",
        f"其中之一有误，或者本机时钟不准。{_OFFLINE_READ}",
        "请检查设置中的 App ID、App Key 和服务器地址，以及本机的日期和时间。",
    ),
    "not_configured": (
        "智齿没有此公司的 API 配置信息。",
        f"此 App ID 可能属于其他地区。{_OFFLINE_READ}",
        "请检查设置中的 App ID 和服务器地址，或联系智齿客服开通 API。",
    ),
    "plan_without_api": (
        "贵公司购买的智齿版本不支持 API。",
        f"应用无法获取或发送任何内容。{_OFFLINE_READ}",
        "请联系管理员或智齿销售，升级到支持 API 的版本。",
    ),
    "rejected": (
        "服务器拒绝了请求：{ret_msg}（代码 {ret_code}）。",
        _NOTHING_CHANGED,
        "请按提示修改后重试。如果不明白，请将代码告知智齿客服。",
    ),
    "ret_510001": (
        "此标签组已不存在。",
        f"可能已被他人删除。{_NOTHING_CHANGED}",
        "请刷新标签，然后选择其他标签组。",
    ),
    "ret_510002": ("已有同名的标签组。", _NOTHING_CHANGED, "请换一个名称，或使用已有的标签组。"),
    "ret_510003": ("已有同名的标签。", _NOTHING_CHANGED, "请换一个名称，或使用已有的标签。"),
    "ret_510004": (
        "此标签已不存在，或参数名称已被其他标签使用。",
        f"服务器对这两种情况使用同一个代码。{_NOTHING_CHANGED}",
        "请刷新标签。如果标签仍在，请换一个参数名称。",
    ),
    "ret_510005": ("标签组没有名称。", _NOTHING_CHANGED, "请输入标签组名称。"),
    "ret_510006": ("标签没有名称。", _NOTHING_CHANGED, "请输入标签名称。"),
    "ret_510007": ("名称超过 30 个字符。", _NOTHING_CHANGED, "请将名称缩短到 30 个字符以内。"),
    "ret_510008": ("参数名称超过 30 个字符。", _NOTHING_CHANGED, "请将参数名称缩短到 30 个字符以内。"),
    "suddenly_fewer": (
        "服务器列出的客户比以前少得多。",
        "{total} 位客户中缺少 {missing} 位。更可能是故障，而不是真的删除：本机没有删除任何客户。",
        "请查看智齿后台。如果确实已删除，请再次完整同步。",
    ),
    "suddenly_empty": (
        "服务器突然不再列出：{lists}。",
        "更可能是故障，而不是真的全部删除：本机保留了之前已知的内容。",
        "请查看智齿后台。如果确实已删除，本机将在一天后跟随。",
    ),
    "storage": (
        "本机上的应用文件无法使用。",
        "服务器上的数据是安全的。",
        "请重新启动应用。如果再次出现，请运行：kefu-desk doctor",
    ),
    "wrong_key": (
        "本机的密钥打不开应用的一个文件。",
        "文件保持不变。可能是密钥库被重置，或口令不是当初的口令。",
        "请重新输入口令，或恢复密钥。如果没有密钥，请删除此账户后重新添加。",
    ),
    "newer_schema": ("应用的一个文件由更新的版本写入。", "文件保持不变，数据没有丢失。", "请更新本机的应用。"),
    "corrupt_file": (
        "应用的一个文件已损坏。",
        "它会以新的名称另存；服务器上的数据会重新获取。",
        "无需处理。如果经常出现，请检查本机磁盘。",
    ),
    "outbox_saved": (
        "保存未发送更改的文件曾损坏。",
        "其中的内容全部读出：{edits} 项未发送的更改会继续发送。损坏的文件另存为 {kept_as}。",
        "无需处理。如果经常出现，请检查本机磁盘。",
    ),
    "outbox_damaged": (
        "保存未发送更改的文件曾损坏。",
        "读出的 {edits} 项未发送的更改会继续发送，其余的可能已丢失。损坏的文件另存为 {kept_as}。",
        "请在发件箱中核对最近的更改，缺少的请重新修改。",
    ),
    "outbox_lost": (
        "保存未发送更改的文件已损坏，无法读取。",
        "未发送的更改、保存的视图和草稿已丢失。损坏的文件另存为 {kept_as}。",
        "请重新进行缺少的更改。如果经常出现，请检查本机磁盘。",
    ),
    "disk_full": ("磁盘已满。", "最后的更改未能保存；之前的内容都是安全的。", "请清理空间后重试。"),
    "not_writable": (
        "应用无权写入其文件。",
        "没有保存任何内容；之前保存的内容是安全的。",
        "请检查数据文件夹的权限，或选择其他文件夹。",
    ),
    "credentials": ("本机保存的密钥无法使用。", _NOTHING_SENT, "请解锁密钥库后重试。"),
    "no_keyring": (
        "本机没有密钥库。",
        "没有密钥库就无法安全保存 App Key 和文件密钥。",
        "请在每次启动时输入口令，或设置密钥库。",
    ),
    "keyring_locked": ("本机的密钥库已锁定。", "解锁之前应用无法打开文件；数据没有丢失。", "请解锁密钥库后重试。"),
    "no_secret": ("此账户没有保存密钥。", "应用无法登录服务器。", "请在设置中输入 App Key。"),
    **INPUT,
    **CUSTOMERS,
    **ASSIGNING,
    **TIMELINE,
    **SHEETS,
}
