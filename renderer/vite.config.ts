import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { CONTROL_WORDS } from './messages/controls.ts'

/** How the window is built; electron-vite takes its renderer from here. */
// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), controlWords()],
  resolve: {
    alias: { '#shared': path.resolve(import.meta.dirname, '../shared') },
    dedupe: ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'],
  },
  build: {
    outDir: path.resolve(import.meta.dirname, '../out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // The content policy allows fonts and pictures of our own origin only, not data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
  },
})

/** Gives the dictionaries of React Aria the words of {@link CONTROL_WORDS}; what those lack stays as it is. */
function controlWords(): Plugin {
  const dictionary = /react-aria(?:-components)?\/dist\/private\/(?:(\w+)\/)?intlStrings\.mjs$/
  return {
    name: 'control-words',
    transform(code, id) {
      const found = dictionary.exec(id)
      if (!found) return undefined
      const part = found[1] ?? 'components'
      const added = Object.entries(CONTROL_WORDS).flatMap(([tag, { [part]: words }]) =>
        words ? [`[${JSON.stringify(tag)}, {${said(words)}}]`] : [],
      )
      return code.replace(
        /export \{(\S+) as default\};?/,
        (whole, strings: string) =>
          `for (const [tag, words] of [${added.join()}])\n` +
          `  ${strings}[tag] = { ...(${strings}[tag] ?? ${strings}['en-US']), ...words }\n${whole}`,
      )
    },
  }
}

/** Words with values are functions of them to React Aria. */
function said(words: Readonly<Record<string, string>>): string {
  const entries = Object.entries(words).map(([key, text]) => {
    const filled = JSON.stringify(text).replaceAll(/\{(\w+)\}/g, '" + values.$1 + "')
    return `${JSON.stringify(key)}: ${text.includes('{') ? `(values) => ${filled}` : filled}`
  })
  return entries.join()
}
