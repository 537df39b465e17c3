import {defineConfig} from 'vite';

/** One file. zod is not bundled, since the types refer to it; everything else is. */
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
