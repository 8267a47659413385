import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.SALESBOARD_SERVER ?? 'http://127.0.0.1:4000';

/** The web app: built to `dist/web`, served by the server; in development `npx vite` passes `/api` on to a running one. */
export default defineConfig({
  plugins: [react()],
  publicDir: 'src/web/public',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A module that travels as a `data:` URL would need a looser content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The lists of leaked passwords, which only a form for a new password loads.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    port: 4100,
    proxy: Object.fromEntries(
      ['/api', '^/shared/[^/]+/api/'].map((path) => [path, { target: server, changeOrigin: false }]),
    ),
  },
});
