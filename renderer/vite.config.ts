import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** How the window is built; electron-vite takes its renderer from here. */
// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
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
