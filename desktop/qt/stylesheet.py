"""The one stylesheet, built from the tokens, and the small images it names."""

from string import Template

from desktop.qt import theme
from desktop.qt.contrast import mix
from desktop.qt.theme import DARK, LIGHT, Tokens

_CHECK = '<path d="M3.5 8.4l3 3 6-6.6"/>'
_PARTIAL = '<path d="M4 8h8"/>'
_DOWN = '<path d="M4.5 6.5L8 10l3.5-3.5"/>'
_UP = '<path d="M4.5 9.5L8 6l3.5 3.5"/>'
_RIGHT = '<path d="M6.5 4.5L10 8l-3.5 3.5"/>'
_CLOSE = '<path d="M4.5 4.5l7 7m0-7l-7 7"/>'
_DOT = '<circle cx="8" cy="8" r="3.2" fill="{0}" stroke="none"/>'


def control_images() -> dict[str, bytes]:
    """Return the check marks and arrows of both themes: names like "light-check.svg"."""
    images = {}
    for theme_name, tokens in (("light", LIGHT), ("dark", DARK)):
        for name, shape, colour in (
            ("check", _CHECK, tokens.on_accent),
            ("partial", _PARTIAL, tokens.on_accent),
            ("dot", _DOT, tokens.on_accent),
            ("down", _DOWN, tokens.secondary),
            ("up", _UP, tokens.secondary),
            ("right", _RIGHT, tokens.secondary),
            ("close", _CLOSE, tokens.secondary),
            ("tick", _CHECK, tokens.accent),
        ):
            images[f"{theme_name}-{name}.svg"] = _svg(shape, colour)
    return images


def stylesheet(tokens: Tokens, density: str, scale: float, control_height: int, strong: int = 600) -> str:
    """Return the stylesheet of a theme at a density ("comfortable", "compact") and text scale.

    `strong` is the font weight of titles, 1 to 1000.
    """
    compact = density == "compact"
    sizes = {f"px_{name}": f"{max(9, round(px * scale))}px" for name, px in theme.TYPE_PX.items()}
    values = {
        **tokens.colours(),
        **sizes,
        "name": "dark" if tokens.dark else "light",
        "strong": str(strong),
        "radius": f"{theme.RADIUS_CONTROL}px",
        "panel": f"{theme.RADIUS_PANEL}px",
        "control": f"{control_height - 2}px",
        "pad": "3px" if compact else "5px",
        "item": f"{control_height - 4}px",
        "row": f"{control_height}px",
        "icon": f"{round(theme.ICON_SMALL * max(scale, 1.0))}px",
        "box": f"{round(14 * max(scale, 1.0))}px",
        "box_round": f"{round(14 * max(scale, 1.0)) // 2 + 1}px",
        "box_focus": f"{round(14 * max(scale, 1.0)) - 2}px",
        "scroll": mix(tokens.text, tokens.window, 0.22),
        "scroll_hover": mix(tokens.text, tokens.window, 0.4),
        "danger_fill": tokens.danger if not tokens.dark else mix(tokens.danger, tokens.window, 0.9),
        "on_danger": tokens.on_accent if not tokens.dark else tokens.window,
        "danger_hover": mix(tokens.danger, tokens.text, 0.85),
    }
    return Template(_SHEET).substitute(values)


def _svg(shape: str, colour: str) -> bytes:
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="none" '
        f'stroke="{colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">'
        f"{shape.format(colour)}</svg>"
    )
    return text.encode()


_SHEET = """
QMainWindow, QDialog { background: $window; }
QDialog { border: 1px solid $border; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QLabel[strong="true"] { font-weight: 600; }
QLabel[type="small"] { font-size: $px_small; }
QLabel[type="secondary"] { font-size: $px_secondary; }
QLabel[type="section"] { font-size: $px_section; font-weight: $strong; }
QLabel[type="title"] { font-size: $px_title; font-weight: $strong; min-height: $row; }
QLabel[tone="secondary"] { color: $secondary; }
QLabel[tone="faint"] { color: $faint; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="success"] { color: $success; }
QLabel:disabled { color: $disabled; }

QFrame[surface="surface"] { background: $surface; }
QFrame[surface="window"] { background: $window; }
QFrame[surface="card"] { background: $raised; border: 1px solid $hairline; border-radius: $panel; }
QFrame[surface="popup"] { background: $raised; border: 1px solid $border; border-radius: $panel; }
QFrame[line="top"] { border: 0; border-top: 1px solid $hairline; }
QFrame[line="bottom"] { border: 0; border-bottom: 1px solid $hairline; }
QFrame[line="left"] { border: 0; border-left: 1px solid $hairline; }
QFrame[line="right"] { border: 0; border-right: 1px solid $hairline; }

QPushButton {
    background: $raised; color: $text; border: 1px solid $border; border-radius: $radius;
    min-height: ${control}; padding: 0 12px; icon-size: $icon;
}
QPushButton:hover { background: $hover; border-color: $border_hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: ${item}; }
QPushButton:disabled { color: $disabled; background: $surface; border-color: $hairline; }
QPushButton::menu-indicator {
    image: url(:/controls/$name-down.svg); width: 16px; height: 16px; right: 6px;
    subcontrol-origin: padding; subcontrol-position: center right;
}
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $accent_ring; }
QPushButton[kind="primary"]:disabled { background: $pressed; color: $disabled; border-color: $pressed; }
QPushButton[kind="ghost"] { background: transparent; border-color: transparent; color: $secondary; }
QPushButton[kind="ghost"]:hover { background: $hover; color: $text; }
QPushButton[kind="ghost"]:pressed, QPushButton[kind="ghost"]:checked { background: $pressed; color: $text; }
QPushButton[kind="ghost"]:focus { border: 2px solid $accent; color: $text; }
QPushButton[kind="ghost"]:disabled { color: $disabled; background: transparent; border-color: transparent; }
QPushButton[kind="danger"] { color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_soft; border-color: $danger; }
QPushButton[kind="danger"]:focus { border: 2px solid $danger; }
QPushButton[kind="danger"]:disabled { color: $disabled; }
QPushButton[kind="destroy"] {
    background: $danger_fill; color: $on_danger; border-color: $danger_fill; font-weight: 600;
}
QPushButton[kind="destroy"]:hover { background: $danger_hover; }
QPushButton[kind="destroy"]:disabled { background: $pressed; color: $disabled; border-color: $pressed; }
QPushButton[kind="destroy"]:focus { border: 2px solid $accent_ring; }
QPushButton[kind="link"] {
    background: transparent; border: 0; color: $accent; padding: 0 2px; min-height: 0; text-align: left;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; border-radius: 4px; padding: 0; }

QToolButton {
    background: transparent; color: $secondary; border: 1px solid transparent; border-radius: $radius;
    padding: $pad; icon-size: $icon;
}
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: $pressed; color: $text; }
QToolButton:focus { border: 2px solid $accent; padding: ${pad}; margin: -1px; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $window; color: $text; border: 1px solid $border; border-radius: $radius;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $faint;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ${control}; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {
    border-color: $border_hover;
}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: 0 7px; min-height: ${item};
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $disabled; background: $surface; border-color: $hairline;
}
QLineEdit:read-only { background: $surface; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border-color: $danger; }
QLineEdit[bare="true"] { border: 0; background: transparent; padding: 0 4px; }
QComboBox::drop-down { border: 0; width: 24px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url(:/controls/$name-down.svg); width: $icon; height: $icon; }
QComboBox { selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: ${item}; padding: 0 8px; border-radius: 4px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $text; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: 0; padding: 0 6px; min-height: 0; background: transparent;
}
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus { border: 0; padding: 0 6px; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 20px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(:/controls/$name-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/controls/$name-down.svg); width: 12px; height: 12px; }
QDateTimeEdit::drop-down { border: 0; width: 24px; background: transparent; }
QDateTimeEdit::down-arrow { image: url(:/controls/$name-down.svg); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator {
    width: $box; height: $box; border: 1px solid $border_hover; background: $window;
}
QCheckBox::indicator, QGroupBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: $box_round; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
    border: 2px solid $accent; width: $box_focus; height: $box_focus;
}
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate, QRadioButton::indicator:checked {
    background: $accent; border-color: $accent;
}
QCheckBox::indicator:checked:focus, QCheckBox::indicator:indeterminate:focus,
QRadioButton::indicator:checked:focus {
    border-color: $accent_ring;
}
QCheckBox::indicator:checked { image: url(:/controls/$name-check.svg); }
QCheckBox::indicator:indeterminate { image: url(:/controls/$name-partial.svg); }
QRadioButton::indicator:checked { image: url(:/controls/$name-dot.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $hairline; background: $surface; }

QMenu { background: $raised; border: 1px solid $border; border-radius: $panel; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; min-height: 16px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QMenu::indicator:checked { image: url(:/controls/$name-tick.svg); }
QMenu::right-arrow { image: url(:/controls/$name-right.svg); width: 16px; height: 16px; right: 4px; }
QMenuBar { background: $window; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }

QToolTip {
    background: $tooltip; color: $on_tooltip; border: 1px solid $tooltip; padding: 4px 6px;
    font-size: $px_secondary;
}

QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_hover; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; }

QAbstractItemView {
    background: $window; border: 0; outline: 0; selection-background-color: $selection; selection-color: $text;
}
QTableView[ring="true"] { border: 2px solid transparent; border-radius: $radius; }
QListView, QTreeView { padding: 4px; }
QListView[ring="true"] { border: 2px solid transparent; border-radius: $radius; padding: 2px; }
QTableView[ring="true"]:focus, QListView[ring="true"]:focus { border-color: $accent; }
QListView[bare="true"] { background: transparent; }
QListView::item, QTreeView::item { min-height: ${item}; padding: 0 8px; border-radius: 4px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QTreeView::branch:has-children:closed { image: url(:/controls/$name-right.svg); }
QTreeView::branch:has-children:open { image: url(:/controls/$name-down.svg); }
QHeaderView { background: $window; border: 0; }
QHeaderView::section {
    background: $window; color: $secondary; border: 0; border-bottom: 1px solid $hairline; padding: 0 8px;
    font-size: $px_secondary;
}
QHeaderView::section:hover { background: $hover; color: $text; }
QTableCornerButton::section { background: $window; border: 0; border-bottom: 1px solid $hairline; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { color: $text; padding: 4px 8px; }
QCalendarWidget QSpinBox { min-height: 0; padding: 0; }
QCalendarWidget QAbstractItemView {
    background: $raised; selection-background-color: $accent; selection-color: $on_accent;
}

QTabWidget::pane { border: 0; border-top: 1px solid $hairline; top: -1px; }
QTabBar { qproperty-drawBase: 0; qproperty-expanding: 0; background: transparent; }
QTabBar::tab {
    background: transparent; color: $secondary; padding: 6px 4px 6px 4px; margin-right: 16px;
    border: 0; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; border-bottom-color: $border; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabBar::tab:disabled { color: $disabled; }
QTabBar::close-button { image: url(:/controls/$name-close.svg); }

QProgressBar { background: $hairline; border: 0; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QGroupBox { border: 0; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $text; }
QStatusBar { background: $surface; border-top: 1px solid $hairline; color: $secondary; font-size: $px_secondary; }
QStatusBar::item { border: 0; }
QSlider::groove:horizontal { height: 4px; background: $hairline; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; margin: -5px 0; border-radius: 7px; background: $accent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QScrollArea[ring="true"] { border: 2px solid transparent; border-radius: $radius; }
QScrollArea[ring="true"]:focus { border-color: $accent; }
"""
