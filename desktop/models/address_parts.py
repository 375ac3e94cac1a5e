"""The levels of a Chinese postal address by the words that end them; a house number is never part of one."""

import re

_OF_PLACE = r"[^\W\d_县区旗路街巷号村社]"
DISTRICT = re.compile(
    rf"(?:{_OF_PLACE}{{1,9}}?(?:省|自治区))?(?:{_OF_PLACE}{{1,9}}?(?:市(?!场)|自治州|地区|盟))?"
    r"(?:[^\W\d_路街巷号村社镇乡]{1,9}?(?:县|(?<![小社园院厂库])区|旗|市(?!场)))?"
)
"""Province, prefecture and county, each only where it is written; may match nothing."""
TOWNSHIP = re.compile(r"[^\W\d_路巷号村社]{1,9}?(?:街道|镇|乡|苏木)")
"""Township or street office (乡镇街道), after a district."""
VILLAGE = re.compile(r"(?:办事处)?[^\W\d_路街巷号]{1,11}?(?:社区|村(?:委会)?|居委会)")
"""Village or community (村、社区), after a township."""
