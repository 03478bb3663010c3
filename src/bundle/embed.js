// <kaigiroku-minutes src="minutes.html" title="…">: puts a file of minutes into a page, as high as its text.
//
// It makes one frame in front of what the element holds, which is a link for pages on which this script
// does not run. Attributes: `src`, `title`; `start` (`s014`, `t2`) or `filter` (`q=予算;role=chair`), `header="0"`,
// `accent="0b6e4f"`, `scheme="dark"`; `height` (pixels) for a frame that keeps its height and scrolls inside.
//
// What the frame says is heard from that frame only. It can set the height of the frame between 200 and
// 20000 pixels and say where its reader has gone to, for this page to follow; nothing else.
(() => {
  "use strict";

  const NAME = "kaigiroku-minutes";
  const PASSED = ["header", "accent", "scheme"];
  if (customElements.get(NAME)) return;

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = ["src", "title", "start", "filter", "height", ...PASSED];

    connectedCallback() {
      addEventListener("message", this);
      this.build();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
    }

    attributeChangedCallback(name, before, now) {
      if (!this.frame || before === now) return;
      if (name === "scheme") this.tell({ t: "theme", scheme: now ?? "auto" });
      else if (name === "title") this.frame.title = this.title;
      else this.build();
    }

    // A frame that is led to another address would add a step to Back: it is made anew.
    build() {
      const address = this.address();
      this.frame?.remove();
      this.frame = undefined;
      if (!address) return;
      const frame = document.createElement("iframe");
      frame.title = this.title || "会議録";
      frame.width = "100%";
      frame.height = Number(this.getAttribute("height")) || 800;
      frame.style.border = "0";
      frame.loading = "lazy";
      frame.src = address;
      this.frame = frame;
      this.prepend(frame);
    }

    address() {
      try {
        const address = new URL(this.getAttribute("src") ?? "", document.baseURI);
        if (!this.hasAttribute("src") || !/^(https?|file):$/.test(address.protocol)) return "";
        address.hash = "";
        address.searchParams.set("embed", "1");
        for (const name of PASSED) {
          if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
        }
        const parts = ["start", "filter"].map((name) => this.getAttribute(name)).filter(Boolean);
        if (parts.length > 0) address.searchParams.set("kg", parts.join(";"));
        return address.href;
      } catch {
        return "";
      }
    }

    tell(message) {
      this.frame?.contentWindow?.postMessage({ kg: 1, ...message }, "*");
    }

    handleEvent({ source, data }) {
      if (!this.frame || source !== this.frame.contentWindow || data?.kg !== 1) return;
      const fits = !this.hasAttribute("height");
      if (data.t === "ready") this.tell({ t: "hello", caps: fits ? ["size", "nav"] : ["nav"] });
      if (data.t === "size" && fits && data.h > 0) this.frame.height = Math.min(20000, Math.max(200, Math.ceil(data.h)));
      if (data.t === "nav" && fits && data.y >= 0) this.follow(data.y);
      if (data.t === "ready" || data.t === "nav" || data.t === "error") {
        this.dispatchEvent(new CustomEvent(`kaigiroku-${data.t}`, { detail: data, bubbles: true }));
      }
    }

    // A frame as high as its text cannot scroll to what its reader asks for: this page does.
    follow(y) {
      const { top, height } = this.frame.getBoundingClientRect();
      const at = top + Math.min(y, height);
      if (at < 0 || at > innerHeight - 120) scrollBy({ top: at - 80, behavior: "instant" });
    }
  });
})();
