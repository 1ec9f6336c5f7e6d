"""The words of what can be wrong with table files and their rows, in both languages."""

_NOTHING = "Nothing was sent or changed."
_ZH_NOTHING = "没有发送，也没有更改任何内容。"
_STAYS = "The row is not imported; the others are not held up by it."
_ZH_STAYS = "此行不会导入；其他行不受影响。"

EN: dict[str, tuple[str, str, str]] = {
    "file_gone": ("The file is not there any more.", _NOTHING, "Choose it again."),
    "file_locked": (
        "The file cannot be opened.",
        f"Another program may hold it, or you may not read it. {_NOTHING}",
        "Close it in the other program, then try again.",
    ),
    "file_kind": (
        "This is not a table file.",
        f"CSV files and Excel workbooks (.xlsx) can be imported. {_NOTHING}",
        "Save the table as .xlsx or .csv, then choose that file.",
    ),
    "old_workbook": (
        "This is a workbook of the old kind (.xls).",
        _NOTHING,
        "Open it, save it as .xlsx, then choose that file.",
    ),
    "file_protected": (
        "The workbook is protected by a password.",
        _NOTHING,
        "Open it, save it without a password, then choose that file.",
    ),
    "file_broken": (
        "The file is damaged, or is not what its name says.",
        _NOTHING,
        "Open it in a spreadsheet program, save it anew, then choose that file.",
    ),
    "file_empty": ("The file is empty.", _NOTHING, "Choose a file with a line of titles and rows below."),
    "no_rows": (
        "There is nothing below the first line.",
        f"The first line names the columns, each further one is a customer. {_NOTHING}",
        "Put titles into the first line, then choose the file again.",
    ),
    "sheet_gone": ("The workbook has no such sheet.", _NOTHING, "Choose another sheet."),
    "file_too_large": (
        "The file is larger than {limit} MB.",
        _NOTHING,
        "Split it into several files and import one after the other.",
    ),
    "too_many_rows": (
        "The table has more than {limit} rows.",
        _NOTHING,
        "Split it into several files and import one after the other.",
    ),
    "too_many_columns": (
        "The table has more than {limit} columns.",
        _NOTHING,
        "Delete the columns that are not to be imported, then choose the file again.",
    ),
    "encoding_unknown": (
        "The letters of the file cannot be read.",
        f"It is neither UTF-8 nor GB18030. {_NOTHING}",
        "Save it as “CSV UTF-8” or as .xlsx, then choose that file.",
    ),
    "no_column": (
        "There is no column called {name}.",
        _NOTHING,
        "Write it as it stands in the first line of the file.",
    ),
    "no_target": ("There is no field called {name}.", _NOTHING, "Use a field's name, or leave the column out."),
    "column_twice": (
        "Two columns are to be imported as {name}.",
        _NOTHING,
        "Leave one of them out.",
    ),
    "nobody_named": (
        "No column tells who the customers are.",
        _NOTHING,
        "Choose the column with the nickname, the phone, the e-mail or the customer ID.",
    ),
    "number_mangled": (
        "A spreadsheet program has changed this number.",
        f"It stands there as a power of ten: the last digits are lost. {_STAYS}",
        "Format the column as text, then enter the number again.",
    ),
    "word_unknown": (
        "“{name}” is not one of the words for this.",
        _STAYS,
        "Enter one of the words shown in the app.",
    ),
    "tag_unknown": ("There is no tag called “{name}”.", _STAYS, "Correct the name, or make the tag first."),
    "tag_ambiguous": (
        "Several tags are called “{name}”.",
        _STAYS,
        "Write the group before it, like “Group: Tag”.",
    ),
    "one_choice": (
        "The tag group “{name}” allows a customer one tag only.",
        _STAYS,
        "Leave one tag of this group in the cell.",
    ),
    "stage_unknown": ("There is no stage called “{name}”.", _STAYS, "Correct the name of the stage."),
    "stage_ambiguous": ("Several stages are called “{name}”.", _STAYS, "Write the ID of the stage."),
    "agent_unknown": ("There is no agent called “{name}”.", _STAYS, "Correct the name of the agent."),
    "agent_ambiguous": ("Several agents are called “{name}”.", _STAYS, "Write the ID of the agent."),
    "level_unknown": ("There is no VIP level called “{name}”.", _STAYS, "Correct the name of the level."),
    "level_ambiguous": ("Several VIP levels are called “{name}”.", _STAYS, "Write the value of the level."),
    "option_unknown": ("“{name}” is not one of the choices of this field.", _STAYS, "Enter one of the choices."),
    "option_ambiguous": ("Several choices are called “{name}”.", _STAYS, "Write the value of the choice."),
    "place_unknown": (
        "There is no region called “{name}”, or several are.",
        _STAYS,
        "Write province, city and district as the app shows them.",
    ),
    "id_unknown": (
        "No customer has this ID.",
        f"IDs are given by Sobot; a new customer has none yet. {_STAYS}",
        "Clear the cell to make a new customer, or correct the ID.",
    ),
    "several_have": (
        "{count} customers have this phone, e-mail or docking ID.",
        _STAYS,
        "Add a column with the customer ID, so that it is clear who is meant.",
    ),
    "two_customers": (
        "The phone belongs to one customer, the e-mail to another.",
        _STAYS,
        "Correct one of them, or add the customer ID.",
    ),
    "row_repeats": (
        "Row {row} is about the same customer.",
        _STAYS,
        "Put everything about a customer into one row.",
    ),
    "contact_taken": (
        "Another customer has this phone or e-mail.",
        "Saving it would have changed that customer instead.",
        "Correct it, or import the row anew: it is then compared with that customer.",
    ),
}

ZH: dict[str, tuple[str, str, str]] = {
    "file_gone": ("文件已不在原处。", _ZH_NOTHING, "请重新选择。"),
    "file_locked": (
        "无法打开文件。",
        f"它可能正被其他程序占用，或您没有读取权限。{_ZH_NOTHING}",
        "请在其他程序中关闭它，然后重试。",
    ),
    "file_kind": (
        "这不是表格文件。",
        f"可以导入 CSV 文件和 Excel 工作簿（.xlsx）。{_ZH_NOTHING}",
        "请将表格另存为 .xlsx 或 .csv，再选择该文件。",
    ),
    "old_workbook": ("这是旧格式的工作簿（.xls）。", _ZH_NOTHING, "请打开后另存为 .xlsx，再选择该文件。"),
    "file_protected": ("工作簿设有密码。", _ZH_NOTHING, "请打开后另存为没有密码的文件，再选择该文件。"),
    "file_broken": ("文件已损坏，或内容与扩展名不符。", _ZH_NOTHING, "请用表格软件打开并重新保存，再选择该文件。"),
    "file_empty": ("文件是空的。", _ZH_NOTHING, "请选择首行为标题、下面有数据的文件。"),
    "no_rows": (
        "首行下面没有任何内容。",
        f"首行是各列的名称，其后每行是一位客户。{_ZH_NOTHING}",
        "请在首行填写列名，再重新选择文件。",
    ),
    "sheet_gone": ("工作簿中没有这个工作表。", _ZH_NOTHING, "请选择其他工作表。"),
    "file_too_large": ("文件超过 {limit} MB。", _ZH_NOTHING, "请拆分成几个文件，依次导入。"),
    "too_many_rows": ("表格超过 {limit} 行。", _ZH_NOTHING, "请拆分成几个文件，依次导入。"),
    "too_many_columns": ("表格超过 {limit} 列。", _ZH_NOTHING, "请删除不需要导入的列，再重新选择文件。"),
    "encoding_unknown": (
        "无法识别文件的文字编码。",
        f"它既不是 UTF-8，也不是 GB18030。{_ZH_NOTHING}",
        "请另存为“CSV UTF-8”或 .xlsx，再选择该文件。",
    ),
    "no_column": ("没有名为 {name} 的列。", _ZH_NOTHING, "请按文件首行中的写法填写。"),
    "no_target": ("没有名为 {name} 的字段。", _ZH_NOTHING, "请使用字段名称，或去掉该列。"),
    "column_twice": ("有两列都要导入为 {name}。", _ZH_NOTHING, "请去掉其中一列。"),
    "nobody_named": ("没有任何一列说明客户是谁。", _ZH_NOTHING, "请指定昵称、电话、邮箱或客户 ID 所在的列。"),
    "number_mangled": (
        "这个号码已被表格软件改动。",
        f"它以科学计数法显示，末尾的数字已丢失。{_ZH_STAYS}",
        "请将该列设为文本格式，再重新填写号码。",
    ),
    "word_unknown": ("“{name}”不是此处可用的词。", _ZH_STAYS, "请填写应用中显示的词。"),
    "tag_unknown": ("没有名为“{name}”的标签。", _ZH_STAYS, "请改正名称，或先新建该标签。"),
    "tag_ambiguous": ("有多个名为“{name}”的标签。", _ZH_STAYS, "请在前面写上分组，例如“分组: 标签”。"),
    "one_choice": ("标签组“{name}”只允许每位客户有一个标签。", _ZH_STAYS, "请在单元格中只保留该组的一个标签。"),
    "stage_unknown": ("没有名为“{name}”的阶段。", _ZH_STAYS, "请改正阶段名称。"),
    "stage_ambiguous": ("有多个名为“{name}”的阶段。", _ZH_STAYS, "请填写阶段的 ID。"),
    "agent_unknown": ("没有名为“{name}”的客服。", _ZH_STAYS, "请改正客服姓名。"),
    "agent_ambiguous": ("有多位名为“{name}”的客服。", _ZH_STAYS, "请填写客服的 ID。"),
    "level_unknown": ("没有名为“{name}”的 VIP 等级。", _ZH_STAYS, "请改正等级名称。"),
    "level_ambiguous": ("有多个名为“{name}”的 VIP 等级。", _ZH_STAYS, "请填写等级的值。"),
    "option_unknown": ("“{name}”不是此字段的选项。", _ZH_STAYS, "请填写其中一个选项。"),
    "option_ambiguous": ("有多个名为“{name}”的选项。", _ZH_STAYS, "请填写选项的值。"),
    "place_unknown": ("没有名为“{name}”的地区，或有多个。", _ZH_STAYS, "请按应用中的写法填写省、市、区/县。"),
    "id_unknown": (
        "没有客户使用这个 ID。",
        f"ID 由智齿分配，新客户还没有 ID。{_ZH_STAYS}",
        "清空单元格即可新建客户，或改正 ID。",
    ),
    "several_have": (
        "有 {count} 位客户使用这个电话、邮箱或对接 ID。",
        _ZH_STAYS,
        "请加上客户 ID 一列，以便确定是哪一位。",
    ),
    "two_customers": ("电话属于一位客户，邮箱属于另一位。", _ZH_STAYS, "请改正其中一项，或填写客户 ID。"),
    "row_repeats": ("第 {row} 行是同一位客户。", _ZH_STAYS, "请将同一位客户的内容写在一行。"),
    "contact_taken": (
        "另一位客户已使用这个电话或邮箱。",
        "若保存，被更改的将是那位客户。",
        "请改正，或重新导入此行：届时会与那位客户比较。",
    ),
}
