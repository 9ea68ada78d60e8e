// Names and the keyboard's reach for what the theme adds to a page after it is there.
(() => {
  const mend = () => {
    document.querySelectorAll("nav.md-code__nav:not([aria-label])").forEach((nav) => {
      nav.setAttribute("aria-label", `${nav.querySelector("button")?.title ?? "Sao chép"} ${nav.closest("pre")?.id ?? ""}`);
    });
    document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])").forEach((region, number) => {
      region.tabIndex = 0;
      region.setAttribute("role", "region");
      region.setAttribute("aria-label", `${document.documentElement.lang === "vi" ? "Bảng" : "Table"} ${number + 1}`);
    });
  };
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
  mend();
})();
