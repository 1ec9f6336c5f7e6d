"""Every editor in one window, for eyes: `python -m tests.ui.fields_gallery [--dark] [--zh] [--full] [--wrong]`."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.customers.customer import CustomValue, FieldValue
from desktop.qt.look import Scheme
from desktop.ui.fields.editors import editor_for
from desktop.ui.wording.language import Language
from tests.ui import fieldbench
from tests.ui.stage import compiled_translations

NAMES = (
    "nickname", "real_name", "gender", "phone", "email", "qq", "wechat", "docking_id", "region", "country_id",
    "enterprise_id", "vip_level", "status", "agent_id", "timezone_id", "language", "note", "whatsapp_ids",
    *(f"custom:f{number}" for number in range(1, 11)),
)  # fmt: skip

FULL: dict[str, FieldValue] = {
    "nickname": "张伟 <b>VIP</b>", "real_name": "张伟", "gender": 1, "phone": "13800138000,13900139000",
    "email": "zhang.wei@example.com", "qq": "12345678", "wechat": "wxid_zhangwei", "docking_id": "P00017",
    "province_id": "110000", "province_name": "北京市", "city_id": "110100", "city_name": "北京市",
    "district_id": "110105", "district_name": "朝阳区", "country_id": "156", "enterprise_id": "e1",
    "enterprise_name": "华为技术有限公司", "vip_level": "3", "status": 3, "agent_id": "a1", "agent_name": "韩梅梅",
    "timezone_id": "Asia/Shanghai", "language": "zh", "note": "老客户，优先处理。\n对价格敏感。",
    "whatsapp_ids": ("8613800138000", "6591234567"),
    "custom_fields": (
        CustomValue("f1", "HT-2024-00017"), CustomValue("f2", "上地东路1号\n3栋301"),
        CustomValue("f3", "1988-09-01"),
        CustomValue("f4", "10:20"), CustomValue("f5", "120000"), CustomValue("f6", "6002", "香蕉", 6),
        CustomValue("f7", "7001,7003", "电脑,平板", 7), CustomValue("f8", "8002", "华为", 8),
        CustomValue("f9", "9002", "客服-语音", 9), CustomValue("f10", "?"),
    ),
}  # fmt: skip
WRONG: dict[str, FieldValue] = {
    "nickname": "很" * 51, "phone": "138 0013 80a0,123", "email": "zhang.wei@", "qq": "abc", "gender": 7,
    "province_id": "110000", "city_id": "999", "city_name": "旧城市", "district_id": "", "country_id": "xx",
    "vip_level": "old", "agent_id": "gone", "agent_name": "离职员工", "note": "\u202e倒过来 \x00 NUL",
    "whatsapp_ids": ("1", "1"), "enterprise_name": "Blue Harbour Trading Pte Ltd",
    "custom_fields": (
        CustomValue("f3", "2024-13-01"), CustomValue("f4", "25:00"), CustomValue("f5", "12万"),
        CustomValue("f6", "6009", "榴莲", 6), CustomValue("f7", "7001,7009", "电脑,传呼机", 7),
        CustomValue("f8", "8009", "诺基亚", 8), CustomValue("f9", "9009", "", 9), CustomValue("f1", "x" * 3000),
    ),
}  # fmt: skip


class Gallery(QDialog):
    """The window."""

    def __init__(self, context: fieldbench.FieldContext, columns: int) -> None:
        super().__init__()
        self.setWindowTitle("Fields")
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        QVBoxLayout(self).addWidget(area)
        body = QWidget()
        outer = QVBoxLayout(body)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        outer.addLayout(grid)
        outer.addStretch(1)
        self.editors = {name: editor_for(name, context, body, required=name == "nickname") for name in NAMES}
        place = 0
        for name, editor in self.editors.items():
            wide = name == "region"
            if wide and place % columns:
                place += columns - place % columns
            cell = QVBoxLayout()
            cell.addWidget(editor)
            cell.addStretch(1)
            grid.addLayout(cell, place // columns, place % columns, 1, columns if wide else 1)
            place += columns if wide else 1
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        area.setWidget(body)

    def load(self, fields: dict[str, FieldValue], *, entered: bool) -> None:
        """Show values, as the server's or as a person's."""
        for editor in self.editors.values():
            if entered:
                editor.load({})
                editor.enter(fields)
                editor.reveal()
            else:
                editor.load(fields)


def main() -> int:
    parser = argparse.ArgumentParser()
    for flag in ("dark", "zh", "full", "wrong", "open", "locked"):
        parser.add_argument(f"--{flag}", action="store_true")
    parser.add_argument("--columns", type=int, default=3)
    parser.add_argument("--size", default="1200x900")
    parser.add_argument("--search", default="")
    parser.add_argument("--save", type=Path)
    chosen = parser.parse_args()
    app = QApplication(sys.argv[:1])
    language = Language(app, compiled_translations(Path(tempfile.mkdtemp())))
    language.use("zh" if chosen.zh else "en")
    made = fieldbench.kit(app, Scheme.DARK if chosen.dark else Scheme.LIGHT)
    account = fieldbench.DeskAccount(fieldbench.filled(1 if chosen.zh else 0))
    window = Gallery(fieldbench.context(made, account), chosen.columns)
    window.load(FULL if chosen.full or chosen.locked else WRONG if chosen.wrong else {}, entered=chosen.wrong)
    for editor in window.editors.values():
        editor.set_read_only(chosen.locked)
    window.resize(*map(int, chosen.size.split("x")))
    window.show()
    window.activateWindow()

    def act() -> None:
        if chosen.search:
            search = window.editors["region"].search  # type: ignore[attr-defined]
            search.setFocus()
            QTest.keyClicks(search, chosen.search)
        if chosen.open:
            window.editors["agent_id"].combo.toggle_list()  # type: ignore[attr-defined]

    QTimer.singleShot(200, act)
    if chosen.save:
        QTimer.singleShot(700, lambda: (window.grab().save(str(chosen.save)), os._exit(0)))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
