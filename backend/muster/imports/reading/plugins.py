"""Muster's own readers, registered with pyexcel under file types of their own.

pyexcel looks through all readers of a file type and imports each before it takes one; types of our own spare the child
openpyxl's start-up. The package must not be called `pyexcel_...`: pyexcel would load it by itself.
"""

from pyexcel_io.plugins import IOPluginInfoChainV2

WORKBOOK, STREAMED_XLSX, XLSB, TEXT, HTML, XML_WORKBOOK = (
    "muster-workbook",
    "muster-streamed-xlsx",
    "muster-xlsb",
    "muster-text",
    "muster-html",
    "muster-xml",
)


def register() -> None:
    chain = IOPluginInfoChainV2("muster.imports.reading")
    for reader, file_type in (
        ("workbooks.Workbook", WORKBOOK),
        ("streamed_xlsx.StreamedXlsx", STREAMED_XLSX),
        ("binary_workbooks.BinaryWorkbook", XLSB),
        ("text.Text", TEXT),
        ("html_tables.HtmlTables", HTML),
        ("xml_workbooks.XmlWorkbook", XML_WORKBOOK),
    ):
        chain.add_a_reader(relative_plugin_class_path=reader, locations=["file"], file_types=[file_type], stream_type="binary")
