// Draws #figures-chart from its data-bars; the same amounts stand in the table beside it.
(() => {
  const place = document.getElementById("figures-chart");
  const bars = JSON.parse(place.dataset.bars);
  const chart = echarts.init(place, null, { renderer: "canvas" });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 16, right: 24, top: 32, bottom: 16, containLabel: true },
    // Rich text is drawn on the canvas: an HTML tooltip would need inline styles, which the policy forbids.
    tooltip: { renderMode: "richText" },
    xAxis: { type: "category", data: bars.map((bar) => bar.name), axisTick: { show: false } },
    yAxis: { type: "value", name: "¥" },
    // Fen to yuan for the eye only; the exact amounts are in the table.
    series: [{ type: "bar", data: bars.map((bar) => bar.fen / 100), itemStyle: { color: getComputedStyle(document.documentElement).getPropertyValue("--leaf").trim() } }],
  });
  window.addEventListener("resize", () => chart.resize());
})();
