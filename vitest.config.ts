import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default one core is left idle; the tests have the machine for themselves.
    maxWorkers: '100%',
    // Pages are looked at two at a time: more would only wait for one another.
    maxConcurrency: 2,
    passWithNoTests: false,
  },
});
