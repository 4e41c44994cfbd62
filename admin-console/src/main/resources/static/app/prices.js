// Draws #prices-chart from its data-lines; the same prices stand in the table beside it.
(() => {
  const place = document.getElementById("prices-chart");
  const lines = JSON.parse(place.dataset.lines);
  const chart = echarts.init(place, null, { renderer: "canvas" });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 16, right: 24, top: 72, bottom: 16, containLabel: true },
    legend: { top: 8, type: "scroll" },
    // Rich text is drawn on the canvas: an HTML tooltip would need inline styles, which the policy forbids.
    tooltip: { trigger: "axis", renderMode: "richText" },
    xAxis: { type: "time", splitNumber: 3, axisLabel: { hideOverlap: true } },
    yAxis: { type: "value", name: place.dataset.unit, scale: true },
    series: lines.map((line) => ({
      name: line.name,
      type: "line",
      step: "end",
      symbol: line.dashed ? "none" : "circle",
      symbolSize: 5,
      lineStyle: { type: line.dashed ? "dashed" : "solid" },
      // Fen to yuan for the eye only; the exact prices are in the table.
      data: line.points.map((point) => [point.at, point.fenPerKg == null ? null : point.fenPerKg / 100]),
    })),
  });
  window.addEventListener("resize", () => chart.resize());
})();
