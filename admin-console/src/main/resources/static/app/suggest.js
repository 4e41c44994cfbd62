// A search box with suggestions: an ARIA combobox whose options htmx fetches into the listbox it controls.
(() => {
  const optionsOf = (box) => document.getElementById(box.getAttribute("aria-controls"));
  const choices = (box) => [...optionsOf(box).querySelectorAll("[role=option]")];

  const close = (box) => {
    optionsOf(box).hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const open = (box) => {
    const any = choices(box).length > 0 && document.activeElement === box && box.value.trim() !== "";
    optionsOf(box).hidden = !any;
    box.setAttribute("aria-expanded", String(any));
    box.removeAttribute("aria-activedescendant");
  };

  // The next option in a direction; past either end the text itself is chosen again.
  const move = (box, step) => {
    const all = choices(box);
    const now = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : now + step;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === next)));
    if (all[next]) {
      box.setAttribute("aria-activedescendant", all[next].id);
      all[next].scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  };

  const selected = (box) => choices(box).find((option) => option.getAttribute("aria-selected") === "true");
  const isOpen = (box) => !optionsOf(box).hidden;

  document.addEventListener("keydown", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLElement) || !("suggest" in box.dataset) || event.isComposing) {
      return;
    }
    if (!isOpen(box)) {
      if (event.key === "ArrowDown") {
        open(box);
      }
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(box, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close(box);
    } else if (event.key === "Enter" && selected(box)) {
      event.preventDefault();
      window.location.assign(selected(box).dataset.href);
    }
  });

  document.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option][data-href]");
    if (option) {
      event.preventDefault(); // or the box loses the focus and the list closes before the click
    }
  });
  document.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option][data-href]");
    if (option) {
      window.location.assign(option.dataset.href);
    }
  });
  document.addEventListener("focusout", (event) => "suggest" in event.target.dataset && close(event.target));
  document.addEventListener("htmx:afterSwap", (event) => {
    const box = document.querySelector(`[data-suggest][aria-controls="${event.detail.target.id}"]`);
    if (box) {
      open(box);
    }
  });
})();
