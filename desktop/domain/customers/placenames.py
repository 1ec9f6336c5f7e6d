"""Names of provinces, cities and districts as people write them: with and without what kind of place it is."""

import re
import unicodedata
from functools import lru_cache

_KINDS = re.compile(
    r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|自治旗|地区|林区|特区|新区|矿区|省|市|区|县|州|盟|旗)$"
)
_PEOPLES = re.compile(
    r"(?:各族|蒙古族?|回族?|藏族?|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族?|满族|侗族|瑶族|白族|土家族|哈尼族?|哈萨克族?"
    r"|傣族|黎族|傈僳族?|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族"
    r"|撒拉族|毛南族|仡佬族|锡伯族?|普米族|塔吉克族?|怒族|鄂温克族?|保安族|裕固族|鄂伦春族?|独龙族)+$"
)
_ENGLISH = re.compile(
    r" (?:province|city|district|county|prefecture|league|banner|region|sar|new area|area"
    r"|(?:uyghur |zhuang |hui )?autonomous (?:region|prefecture|county|banner)|forestry district)$"
)
_SHORTEST = 2


def plain(name: str) -> str:
    """Return a name as it is compared: widths and cases folded."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


@lru_cache(maxsize=8_192)
def stem(name: str) -> str:
    """Return a name without the kind of place: "朝阳区" gives "朝阳", "Chaoyang District" "chaoyang".

    A name that would be left with one character is kept whole ("赵县", "东区").
    """
    whole = plain(name)
    short = _ENGLISH.sub("", _KINDS.sub("", whole))
    if short != whole:
        bare = _PEOPLES.sub("", short)
        short = bare if len(bare) >= _SHORTEST else short
    return short if len(short) >= _SHORTEST else whole
