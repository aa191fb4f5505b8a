/** Puts values into a text that went to the browser: `fill('还剩 {m} 分', { m: 3 })`. A name without a value stays as it is. */
export const fill = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
