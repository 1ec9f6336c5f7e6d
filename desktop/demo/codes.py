"""The return codes the server speaks, in both languages."""

GOOD = "000000"
PLAN_WITHOUT_API = "700046"
BLANK_TOKEN = "900001"  # noqa: S105 - a return code, no secret
TOKEN_EXPIRED = "900002"  # noqa: S105 - a return code, no secret
BAD_SIGN = "900003"
NOT_CONFIGURED = "900004"
UNKNOWN = "999999"
NO_GROUP = "510001"
GROUP_EXISTS = "510002"
TAG_EXISTS = "510003"
PARAM_EXISTS = NO_TAG = "510004"
BLANK_GROUP = "510005"
BLANK_TAG = "510006"
LONG_NAME = "510007"
LONG_PARAM = "510008"
NO_CUSTOMER = "500001"
BAD_PARAMETER = "500002"
NOT_ALLOWED = "500003"

_TEXTS: dict[str, tuple[str, str]] = {
    GOOD: ("Success", "操作成功"),
    PLAN_WITHOUT_API: (
        "The current version purchased by the enterprise does not support the use of API",
        "企业购买的当前版本不支持使用 API",
    ),
    BLANK_TOKEN: ("Blank token", "token 为空"),
    TOKEN_EXPIRED: ("Token expired. Get a new one", "token 已过期,请重新获取"),
    BAD_SIGN: ("signature error", "签名错误"),
    NOT_CONFIGURED: ("Company api configuration info not found", "未找到公司 API 配置信息"),
    UNKNOWN: ("Unknown System Exception", "系统未知异常"),
    NO_GROUP: ("Tag group not found", "标签组不存在"),
    GROUP_EXISTS: ("Tag group name already exists", "标签组名称已存在"),
    TAG_EXISTS: ("Tag name already exists", "标签名称已存在"),
    NO_TAG: ("Tag param name already exists. Tag not found", "标签参数名称已存在。标签不存在"),
    BLANK_GROUP: ("Tag group name cannot be blank", "标签组名称不能为空"),
    BLANK_TAG: ("Tag name cannot be blank", "标签名称不能为空"),
    LONG_NAME: ("The name cannot exceed 30 chars", "名称不能超过 30 个字符"),
    LONG_PARAM: ("Param name cannot exceed 30 chars", "参数名称不能超过 30 个字符"),
    NO_CUSTOMER: ("Customer not found", "客户不存在"),
    BAD_PARAMETER: ("Parameter error", "参数错误"),
    NOT_ALLOWED: ("The customer's status does not allow this", "客户当前状态不允许此操作"),
}


class Refused(Exception):
    """The server understood a call and says no, with a return code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def said(code: str, language: str) -> dict[str, object]:
    """Return the `ret_code` and `ret_msg` every reply ends with."""
    english, chinese = _TEXTS.get(code, (code, code))
    return {"ret_code": code, "ret_msg": english if language == "en" else chinese}
