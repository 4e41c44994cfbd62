// What the pages need beyond htmx and Tabler. No inline script exists, so everything hangs on data-* attributes.
(() => {
  const TOAST_SHOWN_MS = 8000;
  const SENT_AGAIN_AFTER_MS = 10000;

  const toasts = () => document.getElementById("toasts");

  // A toast leaves by its button or by itself; one that tells of a failure stays, and is told once.
  const watch = (toast) => {
    toasts().querySelectorAll(".toast-note").forEach((other) => {
      if (other !== toast && other.textContent === toast.textContent) {
        other.remove();
      }
    });
    if (!toast.classList.contains("bad")) {
      setTimeout(() => toast.remove(), TOAST_SHOWN_MS);
    }
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) {
      window.print();
    }
    event.target.closest("[data-close]")?.closest(".toast-note")?.remove();
  });

  // data-ask: a destructive form, or one button of it, asks first. data-once: a double click sends one request.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const ask = event.submitter?.dataset.ask ?? form.dataset.ask;
      if (ask && !window.confirm(ask)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      if (!("once" in form.dataset) || form.hasAttribute("hx-post")) {
        return;
      }
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "true";
      setTimeout(() => delete form.dataset.sent, SENT_AGAIN_AFTER_MS);
    },
    true,
  );
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  // A category newer than its picture shows the placeholder.
  document.addEventListener(
    "error",
    (event) => {
      const image = event.target;
      if (image instanceof HTMLImageElement && !image.src.endsWith(document.body.dataset.placeholder)) {
        image.src = document.body.dataset.placeholder;
      }
    },
    true,
  );

  // data-submit-on-change: a list takes effect as soon as one is chosen.
  document.addEventListener("change", (event) => {
    event.target.closest("[data-submit-on-change]")?.requestSubmit();
  });

  // data-most-megabytes: a file that is too large is not sent at all.
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.dataset.mostMegabytes) {
      return;
    }
    const most = Number(input.dataset.mostMegabytes) * 1024 * 1024;
    input.setCustomValidity([...input.files].some((file) => file.size > most) ? input.dataset.tooLarge : "");
    input.reportValidity();
  });

  // data-draft: what is typed survives a reload and a lost connection, with the key under which it is sent: what was sent
  // already is not done twice. Drafts of a week ago are forgotten.
  const DRAFT = "draft:";
  const DRAFT_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

  const fields = (form) => [...form.querySelectorAll("input[name], textarea[name], select[name]")].filter((field) => field.type !== "file" && field.name !== "_csrf");

  const restore = (form) => {
    const kept = JSON.parse(localStorage.getItem(DRAFT + form.dataset.draft) ?? "null");
    if (kept && kept.values.length === fields(form).length && !form.querySelector(".is-invalid, [role=alert]")) {
      fields(form).forEach((field, i) => (field.value = kept.values[i]));
    }
  };

  const keep = (event) => {
    const form = event.target.closest("form[data-draft]");
    if (form) {
      const draft = { at: Date.now(), values: fields(form).map((field) => field.value) };
      localStorage.setItem(DRAFT + form.dataset.draft, JSON.stringify(draft));
    }
  };

  const forgetOldDrafts = () => {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(DRAFT))
      .filter((key) => Date.now() - JSON.parse(localStorage.getItem(key)).at > DRAFT_KEPT_MS)
      .forEach((key) => localStorage.removeItem(key));
  };

  // data-jin: the number beside it was read in jin (500 g).
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-jin]");
    const field = button && document.getElementById(button.dataset.jin);
    if (field && field.value.trim() !== "" && Number.isFinite(Number(field.value))) {
      field.value = String(Number((Number(field.value) / 2).toFixed(3)));
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  document.addEventListener("input", keep);

  const unreachable = () => {
    toasts().append(document.getElementById("offline").content.cloneNode(true));
  };

  const start = () => {
    document.querySelectorAll(".toast-note").forEach(watch);
    forgetOldDrafts();
    document.querySelectorAll("form[data-draft]").forEach(restore);
    new MutationObserver((changes) =>
      changes.forEach((change) =>
        change.addedNodes.forEach((node) => node instanceof HTMLElement && watch(node)),
      ),
    ).observe(toasts(), { childList: true });
    document.body.addEventListener("htmx:sendError", unreachable);
    document.body.addEventListener("htmx:timeout", unreachable);
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", start) : start();
})();
