/** What elements of a browser have and those of linkedom lack, as far as Mosaic, Plot and d3 ask for it. */

const SVG = "http://www.w3.org/2000/svg";

type Property = PropertyDescriptor & ThisType<Element>;

/** Puts a property on the nearest prototype that has one of this name, or on the element's own. */
function define(element: Element, name: string, property: Property): void {
  const own = Object.getPrototypeOf(element) as object;
  let holder: object | null = own;
  while (holder && !Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder) as object | null;
  Object.defineProperty(holder && holder !== Object.prototype ? holder : own, name, {
    configurable: true,
    ...property,
  });
}

/** Inputs of Mosaic's assign to it. */
const innerText: Property = {
  get() {
    return this.textContent;
  },
  set(text: string) {
    this.textContent = text;
  },
};

const options = (select: Element): Element[] => [...select.querySelectorAll("option")];

function choose(select: Element, isChosen: (option: Element, index: number) => boolean): void {
  options(select).forEach((option, index) => option.toggleAttribute("selected", isChosen(option, index)));
}

const selectedIndex: Property = {
  get() {
    const found = options(this).findIndex((option) => option.hasAttribute("selected"));
    return found < 0 && options(this).length ? 0 : found;
  },
  set(index: number) {
    choose(this, (_, i) => i === index);
  },
};

const selectValue: Property = {
  get() {
    return options(this)[(this as HTMLSelectElement).selectedIndex]?.getAttribute("value") ?? "";
  },
  set(value: unknown) {
    choose(this, (option) => option.getAttribute("value") === String(value));
  },
};

const viewBox: Property = {
  get() {
    const [x, y, width, height] = (this.getAttribute("viewBox") ?? "0 0 0 0").split(/[\s,]+/).map(Number);
    return { baseVal: { x, y, width, height } };
  },
};

const length = (name: string): Property => ({
  get() {
    return { baseVal: { value: Number(this.getAttribute(name)) || 0 } };
  },
});

/** Completes the elements of a document. */
export function completed(document: Document): void {
  define(document.createElement("label"), "innerText", innerText);
  const select = document.createElement("select");
  define(select, "selectedIndex", selectedIndex);
  define(select, "value", selectValue);
  const svg = document.createElementNS(SVG, "svg");
  define(svg, "viewBox", viewBox);
  for (const name of ["width", "height"]) define(svg, name, length(name));
}
