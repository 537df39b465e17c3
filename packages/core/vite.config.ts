import {defineConfig} from 'vite';

/** One file. zod stays outside, since the types name it; the rest is bundled. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: {noExternal: true, external: ['zod'], target: 'node'},
  build: {
    ssr: 'src/index.ts',
    target: 'node20',
    minify: false,
    rolldownOptions: {output: {entryFileNames: 'index.js', codeSplitting: false}},
  },
});
