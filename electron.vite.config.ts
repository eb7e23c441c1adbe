import path from 'node:path'
import { defineConfig } from 'electron-vite'
import { loadConfigFromFile, mergeConfig } from 'vite'

const root = import.meta.dirname
const window = await loadConfigFromFile(
  { command: 'build', mode: 'production' },
  path.join(root, 'renderer/vite.config.ts'),
)

/** The programs of the desktop, all into `out/`: workers and programs stand beside the desk that starts them. */
export default defineConfig({
  main: {
    build: {
      outDir: path.join(root, 'out/main'),
      rollupOptions: {
        input: {
          index: path.join(root, 'electron/main/main.ts'),
          'desk-process': path.join(root, 'electron/main/desk-process.ts'),
          'check-process': path.join(root, 'desk/exporting/check-process.ts'),
          'law-worker': path.join(root, 'desk/amending/law-worker.ts'),
          'print-process': path.join(root, 'desk/print/print-process.ts'),
          'read-worker': path.join(root, 'desk/reading/read-worker.ts'),
          'network-process': path.join(root, 'server/sync/network-process.ts'),
          'snapshot-worker': path.join(root, 'server/sync/snapshot-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: path.join(root, 'out/preload'),
      // A sandboxed preload can require nothing but electron.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: path.join(root, 'electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: mergeConfig(window?.config ?? {}, {
    build: { rollupOptions: { input: path.join(root, 'renderer/index.html') } },
  }),
})
