// Draws #months-chart from its data-months; the same figures stand in the table beside it.
(() => {
  const place = document.getElementById("months-chart");
  const months = JSON.parse(place.dataset.months);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const chart = echarts.init(place, null, { renderer: "canvas" });
  // Fen to yuan for the eye only; the exact amounts are in the table.
  const bar = (name, values, paint) => ({ name, type: "bar", data: values.map((fen) => fen / 100), itemStyle: { color: paint, borderRadius: [3, 3, 0, 0] } });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("--ink") },
    grid: { left: 16, right: 16, top: 48, bottom: 16, containLabel: true },
    legend: { top: 8 },
    tooltip: { trigger: "axis", renderMode: "richText" },
    xAxis: { type: "category", data: months.map((one) => one.month), axisTick: { show: false } },
    yAxis: { type: "value", name: "¥" },
    series: [
      bar(place.dataset.ordered, months.map((one) => one.fen), "#c08a4e"),
      bar(place.dataset.counted, months.map((one) => one.countedFen), colour("--leaf")),
    ],
  });
  window.addEventListener("resize", () => chart.resize());
})();
