// Large text, contrast and theme: set on <html> before anything is painted, since kept pages know nobody.
// The person's wish is in the cookie `look` (for example "text-large.theme-dark"); without one the system's wish holds.
;(() => {
  const root = document.documentElement
  const prefers = query => matchMedia(query).matches
  const kept = () => (/(?:^|; )look=([\w.-]*)/.exec(document.cookie) || [])[1] || ''
  const wish = (mode, value) => kept().split('.').includes(`${mode}-${value}`)

  function show() {
    const dark = wish('theme', 'dark') || (!wish('theme', 'light') && prefers('(prefers-color-scheme: dark)'))
    const high = wish('contrast', 'high') || (!wish('contrast', 'usual') && prefers('(prefers-contrast: more)'))
    root.dataset.theme = dark ? 'dark' : 'light'
    set('contrast', high && 'high')
    set('text', wish('text', 'large') && 'large')
    for (const button of document.querySelectorAll('[data-mode]')) {
      const mode = button.dataset.mode
      button.setAttribute('aria-pressed', String(mode === 'theme' ? dark : root.dataset[mode] !== undefined))
    }
  }

  function set(mode, value) {
    if (value) root.dataset[mode] = value
    else delete root.dataset[mode]
  }

  function turn(mode) {
    const next = {
      text: root.dataset.text ? 'usual' : 'large',
      contrast: root.dataset.contrast ? 'usual' : 'high',
      theme: root.dataset.theme === 'dark' ? 'light' : 'dark',
    }[mode]
    const others = kept()
      .split('.')
      .filter(wished => wished && !wished.startsWith(`${mode}-`))
    document.cookie = `look=${[...others, `${mode}-${next}`].join('.')}; path=/; max-age=31536000; samesite=lax`
    show()
  }

  show()
  root.dataset.modes = 'ready'
  document.addEventListener('DOMContentLoaded', show)
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-mode]')
    if (button) turn(button.dataset.mode)
  })
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', show)
})()
