// Draws #flows-chart from its data-flows; the same amounts stand in the table beside it.
(() => {
  const place = document.getElementById("flows-chart");
  const flows = JSON.parse(place.dataset.flows);
  const names = [...new Set(flows.flatMap((flow) => [flow.from, flow.to]))];
  const chart = echarts.init(place, null, { renderer: "canvas" });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    // Rich text is drawn on the canvas: an HTML tooltip would need inline styles, which the policy forbids.
    tooltip: { renderMode: "richText" },
    series: [
      {
        type: "sankey",
        left: 8,
        right: 120,
        nodeWidth: 14,
        draggable: false,
        label: { width: 110, overflow: "truncate" },
        lineStyle: { color: "gradient" },
        data: names.map((name) => ({ name })),
        // Fen to yuan for the eye only; the exact amounts are in the table.
        links: flows.map((flow) => ({ source: flow.from, target: flow.to, value: flow.fen / 100 })),
      },
    ],
  });
  window.addEventListener("resize", () => chart.resize());
})();
