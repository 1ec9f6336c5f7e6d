"""Sentences that notes, follow-up records and multilingual content are made of."""

NOTES_ZH = (
    "咨询过企业版价格,等月底预算批下来再联系",
    "对接口文档有疑问,已转技术支持跟进",
    "要求开增值税专用发票,抬头见合同附件",
    "客户反馈物流太慢,已安抚并补发优惠券",
    "老客户介绍过来的,比较看重售后响应速度",
    "上午不方便接电话,请下午三点以后联系",
    "试用期内每天登录,续费意向很强",
    "竞品正在报价,注意跟进节奏",
    "投诉过一次客服态度,回访时语气要缓和",
    "需要英文版合同,法务正在审核",
    "展会上认识的,加了企业微信还没有深聊",
    "退货两次,第三次要先核实原因",
    "希望支持分期付款,财务待确认",
    "生日前一周记得寄礼品",
    "只用微信沟通,不要打电话",
    "家里老人代收快递,地址写到门牌号",
    "采购流程需要三家比价,下季度再议",
    "孩子今年上小学,关注学区相关的课程",
)

NOTES_EN = (
    "Asked for a quote for 50 seats; follow up after the board meeting.",
    "Prefers e-mail, never answers the phone before noon.",
    "Contract is with legal, renewal due at the end of the quarter.",
    "Reported a billing issue twice; the refund has been approved.",
    "Met at the trade fair, interested in the voice bot.",
    "Speaks English and some Mandarin.",
    "Do not offer discounts any more, margin is already thin.",
    "Wants a demo of the ticket centre for the whole team.",
    "Delivery address changed, confirm before shipping.",
    "Churn risk: usage dropped by half since May.",
)

RECORDS = (
    "电话回访,客户表示满意",
    "已发送报价单,等待客户确认",
    "客户暂时不需要,三个月后再联系",
    "约好下周二上门演示",
    "未接通,稍后再拨",
    "加了微信,发送了产品资料",
    "客户询问退款进度,已催财务",
    "Called back, the customer is happy with the fix.",
    "Sent the proposal by e-mail.",
    "No answer, left a voice message.",
)

MULTILINGUAL: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("{dc_test}", "Sample", {"zh": "<p>中文</p>", "en": "<p>The <b>English</b></p>"}),
    (
        "{welcome}",
        "Welcome",
        {"zh": "您好,请问有什么可以帮您?", "en": "Hello, how can I help you?", "ja": "こんにちは"},
    ),
    (
        "{closing}",
        "Closing",
        {"zh": "感谢您的咨询,再见", "en": "Thank you and goodbye", "de": "Danke und auf Wiedersehen"},
    ),
    ("{busy}", "Busy", {"zh": "当前咨询人数较多", "en": "All agents are busy"}),
)
