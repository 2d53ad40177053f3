"""Native charts on slides: their numbers can be edited, and are printed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

from readiness.report.slides.deck import Chart, Form, Series
from readiness.report.slides.template import FACE, Box, rgb
from readiness.report.xml_text import clean

if TYPE_CHECKING:
    from pptx.chart.chart import Chart as PptxChart
    from pptx.chart.series import LineSeries, _BaseCategorySeries
    from pptx.dml.color import RGBColor
    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.slide import Slide as PptxSlide

__all__ = ["add_chart"]

_COLOURS = {"score": "blue", "target": "gap", "low": "level-2", "likely": "level-4", "high": "level-3"}
_TEXTS = {"score": "blue", "target": "target"}
"""The colours of bars, and those of words beside them, which have to be darker."""
_MOST_LABELS = 7
"""Names that fit along a time axis."""


def add_chart(slide: PptxSlide, box: Box, given: Chart) -> None:
    """Add a chart to a slide."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
    from pptx.util import Inches, Pt

    kinds = {
        Form.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
        Form.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
        Form.LINES: XL_CHART_TYPE.LINE_MARKERS,
    }
    data = CategoryChartData(number_format=given.number_format)
    data.categories = [clean(name) for name in given.categories]
    for series in given.series:
        data.add_series(clean(series.name), series.values)
    left, top, width, height = (Inches(one) for one in box)
    frame: GraphicFrame = slide.shapes.add_chart(kinds[given.form], left, top, width, height, data)  # type: ignore[arg-type, assignment]  # its hints are wrong
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(given.alt))  # noqa: SLF001
    chart = frame.chart
    chart.has_title = False
    chart.font.size, chart.font.name = Pt(14), FACE
    chart.font.color.rgb = rgb("ink")
    chart.has_legend = len(given.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(chart, given)
    for drawn, series in zip(chart.plots[0].series, given.series, strict=True):
        _series(drawn, series, given)


def _axes(chart: PptxChart, given: Chart) -> None:
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = given.lowest, given.highest
    values.major_unit = 1 if given.highest is not None else None
    values.has_major_gridlines = given.form is Form.LINES
    values.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    values.format.line.fill.background()
    values.visible = given.form is Form.LINES
    names.format.line.color.rgb = rgb("rule")
    names.tick_labels.font.color.rgb = rgb("quiet") if given.form is Form.LINES else rgb("ink")
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if given.form is Form.LINES:
        values.major_gridlines.format.line.color.rgb = rgb("hair")
        skip = math.ceil(len(given.categories) / _MOST_LABELS)
        names._element.append(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="{skip}"/>'))  # noqa: SLF001
        no_levels = names._element.find(f"{{{names._element.nsmap['c']}}}noMultiLvlLbl")  # noqa: SLF001
        if no_levels is not None:
            names._element.append(no_levels)  # noqa: SLF001  the schema wants it last
    else:
        chart.plots[0].gap_width, chart.plots[0].overlap = 35, 0
    names.reverse_order = given.form is Form.BARS


def _series(drawn: _BaseCategorySeries, series: Series, given: Chart) -> None:
    from pptx.util import Pt

    text = rgb(_TEXTS.get(series.role, "ink"))
    if given.form is Form.LINES:
        _line(cast("LineSeries", drawn), series, text)
        return
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = rgb(_COLOURS[series.role])
    labels = drawn.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, given.number_format, False
    labels.font.size, labels.font.color.rgb = Pt(14), text


def _line(drawn: LineSeries, series: Series, colour: RGBColor) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    drawn.smooth = False
    drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(2.5)
    drawn.marker.style = XL_MARKER_STYLE.NONE
    last = len(series.values) - 1
    marked = {last} if series.role == "target" else {0, 4, 8, 12, last} & set(range(last + 1))
    if series.role == "target":
        drawn.format.line.dash_style = MSO_LINE.DASH
    for place in sorted(marked):
        if series.values[place] is None:
            continue
        point = drawn.points[place]
        if series.role == "score":
            point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 8
            point.marker.format.fill.solid()
            point.marker.format.fill.fore_color.rgb = colour
        point.data_label.position = XL_LABEL_POSITION.BELOW if series.role == "score" else XL_LABEL_POSITION.ABOVE
        point.data_label.font.size, point.data_label.font.color.rgb = Pt(14), colour
