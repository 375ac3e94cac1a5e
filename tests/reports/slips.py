"""Slips to print: facts with long names, rare names and telephones that nobody may read, and every kind of slip."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop import paths
from desktop.i18n import either
from desktop.models.catalogue import Edition
from desktop.models.masking import Readers
from desktop.reports import notices, purge_report, rating_form, receipt, transfer_slip
from desktop.reports.paper import Imprint
from desktop.reports.press import Written
from desktop.reports.slip_facts import (
    Case,
    Due,
    ExtensionFacts,
    Level,
    MissingPapersFacts,
    Office,
    PurgeFacts,
    RatingFormFacts,
    ReceiptFacts,
    RefusalFacts,
    Slip,
    SpecialFacts,
    TransferFacts,
)

DAY = date(2026, 11, 23)
EDITION = Edition("starter-2026.11", "便民利企措施起始目录（非官方文本）", "Starter catalogue", "starter", "", DAY)
IMPRINT = Imprint(DAY, 1204, EDITION, DAY)
NAME, MOBILE = "欧阳㛃𬎆", "13812345678"
UNIT = "孟村回族自治县公安局新县镇派出所便民利企政务服务联合办理中心"
OFFICE = Office(
    UNIT, "新县镇派出所户籍、居住证、治安管理一窗通办综合服务窗口（三号）",
    "孟村回族自治县新县镇府前街与建设路交叉口东北角便民服务中心一层", "0317-6721110", "工作日 8:30-12:00，13:30-17:30",
)  # fmt: skip
RECEIVER = Office("沧州市公安局出入境管理支队", "市局出入境窗口", "沧州市运河区北京路1号", "0317-5201234")
CASE = Case(
    "W114-20261123-A0007", "补领居民身份证并同时变更居住证登记住址（跨省通办，委托代办），联系电话13812345678",
    "跨省通办居民身份证换领、补领，群众就近提交、就近领取", DAY, NAME, MOBILE,
)  # fmt: skip
PROMISED = Due(date(2026, 12, 7), "自11月24日起算10个工作日，其间2个周末不计，到期日为12月7日。")
LEGAL = Due(date(2027, 1, 22), "自11月24日起算60个自然日，到期日为2027年1月22日（暂定日历）。")
SLIP = Slip(OFFICE, CASE, DAY, IMPRINT)
PAPERS = ("居民户口簿原件", "近期照片回执（𬭎光照相馆）", "委托书原件及受托人身份证件")
REASON = "申请事项不属于本单位职权范围，且同一事项已由孟村回族自治县公安局受理（王䶮已电话说明，回电13998765432）。"


def _words(row: dict[str, str], stem: str) -> str:
    return either(row[f"{stem}_zh"], row[f"{stem}_en"])


def levels() -> tuple[Level, ...]:
    """Return the five levels with their reasons as they are shipped."""
    folder = paths.resources() / "catalogue"
    with (folder / "appraisal.csv").open(encoding="utf-8", newline="") as file:
        named = list(csv.DictReader(file))
    with (folder / "appraisal_reasons.csv").open(encoding="utf-8", newline="") as file:
        reasons = list(csv.DictReader(file))
    return tuple(
        Level(
            int(one["level"]), _words(one, "name"),
            tuple((row["code"], _words(row, "paraphrase")) for row in reasons if row["level"] == one["level"]),
        )
        for one in named
    )  # fmt: skip


def receipt_facts(slip: Slip = SLIP) -> ReceiptFacts:
    """Return a receipt of acceptance with both dates."""
    return ReceiptFacts(slip, accepted=True, promised=PROMISED, legal=LEGAL, papers=PAPERS)


OF_REQUEST: dict[str, Callable[[Slip, Path], Written]] = {
    "receipt-a4": lambda slip, out: receipt.write(receipt_facts(slip), out),
    "receipt-a6": lambda slip, out: receipt.write(receipt_facts(slip), out, small=True),
    "registration-a6": lambda slip, out: receipt.write(ReceiptFacts(slip, accepted=False), out, small=True),
    "missing": lambda slip, out: notices.write_missing_papers(MissingPapersFacts(slip, PAPERS, date(2026, 12, 4)), out),
    "refusal": lambda slip, out: notices.write_refusal(RefusalFacts(slip, REASON), out),
    "special": lambda slip, out: notices.write_special(
        SpecialFacts(slip, "笔迹鉴定", REASON, "预计15个工作日"), out
    ),
    "extension": lambda slip, out: notices.write_extension(
        ExtensionFacts(slip, PROMISED, LEGAL, "所长 周𬭎", REASON), out
    ),
    "transfer": lambda slip, out: transfer_slip.write(TransferFacts(slip, RECEIVER, REASON), out),
}  # fmt: skip
"""Every slip of a request, by a name."""


def public(slip: Slip = SLIP) -> Slip:
    """Return the slip for the public."""
    return replace(slip, readers=Readers.PUBLIC)


def write_rating_form(out: Path) -> Written:
    """Write the paper form of the long-named window."""
    return rating_form.write(RatingFormFacts(OFFICE, levels(), DAY, IMPRINT), out)


def write_purge_report(out: Path) -> Written:
    """Write a purge report."""
    counts = ((either("姓名和联系方式", "Names and contacts"), 1843), (either("诉求内容", "Words of requests"), 1902))
    facts = PurgeFacts(UNIT, date(2025, 11, 23), DAY, counts, 5, "周𬭎", either("保存期满", "Time is up"), IMPRINT)
    return purge_report.write(facts, out)
