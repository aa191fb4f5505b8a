/** Every page has its language's own <html>, in [locale]/layout.tsx; this one only hands on. */
export default function Root({ children }: { children: React.ReactNode }) {
  return children
}
