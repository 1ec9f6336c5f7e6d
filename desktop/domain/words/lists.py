"""What people call the lists that `SuddenlyEmpty` names."""

LISTS_EN = {
    "agent": "agents",
    "blacklist": "the blacklist",
    "country": "countries",
    "custom_field": "custom fields",
    "customers": "customers",
    "department": "departments",
    "enterprise_field": "custom fields of companies",
    "language": "languages",
    "members": "the customers of a stage",
    "source": "sources",
    "stage": "stages",
    "tag": "tags",
    "tag_group": "tag groups",
    "time_zone": "time zones",
    "vip_level": "VIP levels",
}

LISTS_ZH = {
    "agent": "客服",
    "blacklist": "黑名单",
    "country": "国家",
    "custom_field": "自定义字段",
    "customers": "客户",
    "department": "部门",
    "enterprise_field": "公司自定义字段",
    "language": "语言",
    "members": "某个阶段的客户",
    "source": "来源",
    "stage": "跟进阶段",
    "tag": "标签",
    "tag_group": "标签组",
    "time_zone": "时区",
    "vip_level": "VIP 等级",
}
