"""The result as a workbook of tables, to sort, to filter and to calculate with."""
