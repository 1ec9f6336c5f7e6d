"""Answers the calls that read the account's small tables."""

import re

from desktop.demo import codes, phrases
from desktop.demo.people import Record
from desktop.demo.places import LANGUAGES, children, countries, zones
from desktop.demo.taxonomy import CUSTOMER_FIELDS, ENTERPRISE_FIELDS, Choice, CustomField
from desktop.demo.tenant import AGENTS, COMPANY, DEPARTMENTS, LEVELS, SOURCES, STAGES, Department, named, stable_id
from desktop.demo.world import Asked, Handler, World

_MARKUP = re.compile(r"<[^>]*>")


def get_timezone(_: World, asked: Asked) -> Record:
    """Search Time Zone."""
    language = asked.values["language"]
    return {
        "items": [
            {
                "id": stable_id("zone", zone),
                "language": language,
                "timezone_value": named(text, language),
                "timezoneid": zone,
            }
            for zone, text in zones()
        ]
    }


def get_language(_: World, asked: Asked) -> Record:
    """Search language."""
    language = asked.values["language"]
    return {
        "items": [
            {
                "id": stable_id("language", code),
                "language": language,
                "language_value": named(text, language),
                "language_code": code,
            }
            for code, text in LANGUAGES
        ]
    }


def get_country(_: World, asked: Asked) -> Record:
    """Search country."""
    language = asked.values["language"]
    return {"items": [{"countryid": own, "country_name": named(text, language)} for own, text in countries()]}


def multilingual(_: World, asked: Asked) -> Record:
    """Query multilingual content detail."""
    placeholder = asked.values["placeholder"]
    found = next((entry for entry in phrases.MULTILINGUAL if entry[0] == placeholder), None)
    if found is None:
        raise codes.Refused(codes.BAD_PARAMETER)
    name, texts = found[1:]
    wanted = asked.values.get("lang_type") or list(texts)
    rich = asked.values.get("rich_text_flag", 0) == 1
    return {
        "item": {
            "lang_list": [
                {"lang_value": text if rich else _MARKUP.sub("", text), "lang_type": language}
                for language, text in texts.items()
                if language in wanted
            ],
            "companyid": COMPANY,
            "update_time": 1736428321879,
            "catalogid": stable_id("catalogue", 1),
            "placeholderid": stable_id("placeholder", placeholder),
            "create_time": 1736425468700,
            "name": name,
            "default_value": name,
            "placeholder": placeholder,
            "status": 1,
        }
    }


def stages(_: World, asked: Asked) -> Record:
    """Query Follow-up Stage."""
    return {
        "items": [
            {"id": stage.id, "name": named(stage.name, asked.language), "sortnum": place}
            for place, stage in enumerate(STAGES)
        ]
    }


def sources(_: World, asked: Asked) -> Record:
    """Query Customer Source."""
    return {"items": [{"label": named(text, asked.language), "value": value} for value, text in SOURCES]}


def agents(_: World, asked: Asked) -> Record:
    """Query Agent List: the tree of departments, agents among them."""
    return {"items": [_department(entry, asked.language) for entry in DEPARTMENTS if not entry.parent]}


def _department(department: Department, language: str) -> Record:
    inside = [_department(entry, language) for entry in DEPARTMENTS if entry.parent == department.id]
    staff: list[Record] = [
        {
            "id": agent.id,
            "name": agent.name,
            "image": None,
            "path": None,
            "type": 2,
            "manager_flag": 1 if agent.manager else 2,
            "sub_list": None,
        }
        for agent in AGENTS
        if agent.department == department.id
    ]
    return {
        "id": department.id,
        "name": named(department.name, language),
        "image": None,
        "path": department.path,
        "type": 1,
        "manager_flag": None,
        "sub_list": inside + staff,
    }


def provinces(_: World, asked: Asked) -> Record:
    """Query Province."""
    return {
        "items": [
            {"provinceid": region.code, "province_name": named(region.name, asked.language)}
            for region in children()[""]
        ]
    }


def cities(_: World, asked: Asked) -> Record:
    """Query City."""
    province = asked.values["/provinceid"]
    return {
        "items": [
            {"cityid": region.code, "city_name": named(region.name, asked.language), "provinceid": province}
            for region in children().get(province, ())
        ]
    }


def districts(_: World, asked: Asked) -> Record:
    """Query District and County."""
    city = asked.values["/cityid"]
    return {
        "items": [
            {"areaid": region.code, "area_name": named(region.name, asked.language), "cityid": city}
            for region in children().get(city, ())
        ]
    }


def customer_fields(_: World, asked: Asked) -> Record:
    """Query Customer Custom Field."""
    return {"items": [_field(field, asked.language) for field in CUSTOMER_FIELDS]}


def enterprise_fields(_: World, asked: Asked) -> Record:
    """Query Enterprise Custom Field."""
    return {"items": [{**_field(field, asked.language), "field_params": None} for field in ENTERPRISE_FIELDS]}


def _field(field: CustomField, language: str) -> Record:
    options = [_choice(choice, language) for choice in field.choices]
    return {
        "field_id": field.id,
        "field_name": named(field.name, language),
        "field_variable": field.variable,
        "field_type": field.type,
        "fill_flag": int(field.required),
        "field_status": 1,
        "field_remark": "",
        "operate_type": field.operate,
        "cus_field_data_info_list": options or None,
    }


def _choice(choice: Choice, language: str) -> Record:
    return {
        "data_id": choice.id,
        "data_value": choice.value,
        "data_name": named(choice.name, language),
        "data_params": choice.param,
    }


def levels(_: World, asked: Asked) -> Record:
    """Query Customer Level."""
    return {"items": [{"data_name": named(text, asked.language), "data_value": value} for value, text in LEVELS]}


HANDLERS: dict[str, Handler] = {
    "user/get_timezone": get_timezone,
    "user/get_language": get_language,
    "user/get_country": get_country,
    "user/get_multilingual_content_detail": multilingual,
    "user_stage/query_list_by_type": stages,
    "user_dynamic/getsource": sources,
    "user/user_list": agents,
    "user_dynamic/provice": provinces,
    "user_dynamic/city": cities,
    "user_dynamic/area": districts,
    "custom_field/custom_fieid_info_list": customer_fields,
    "custom_field/get_vip_level_data_list": levels,
    "enterprise/query_custom_field_list": enterprise_fields,
}
