// Draws #days-chart from its data-days; the same figures stand in the table beside it.
(() => {
  const place = document.getElementById("days-chart");
  const days = JSON.parse(place.dataset.days);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const chart = echarts.init(place, null, { renderer: "canvas" });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("--ink") },
    grid: { left: 16, right: 16, top: 48, bottom: 16, containLabel: true },
    legend: { top: 8 },
    // Rich text is drawn on the canvas: an HTML tooltip would need inline styles, which the policy forbids.
    tooltip: { trigger: "axis", renderMode: "richText" },
    xAxis: { type: "category", data: days.map((day) => day.day.slice(5)), axisTick: { show: false } },
    yAxis: [
      { type: "value", name: place.dataset.orders, minInterval: 1 },
      { type: "value", name: "¥", splitLine: { show: false } },
    ],
    series: [
      { name: place.dataset.orders, type: "bar", data: days.map((day) => day.orders), itemStyle: { color: colour("--leaf"), borderRadius: [3, 3, 0, 0] } },
      // Fen to yuan for the eye only; the exact amounts are in the table.
      { name: place.dataset.amount, type: "bar", yAxisIndex: 1, data: days.map((day) => day.ordersFen / 100), itemStyle: { color: "#c08a4e", borderRadius: [3, 3, 0, 0] } },
    ],
  });
  window.addEventListener("resize", () => chart.resize());
})();
