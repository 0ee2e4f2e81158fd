'use strict';

const shared = {
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          target: 'ES2022',
          module: 'CommonJS',
          moduleResolution: 'Node10',
          esModuleInterop: true,
          resolveJsonModule: true,
          isolatedModules: true,
        },
      },
    ],
  },
  setupFiles: ['<rootDir>/__tests__/support/quiet-sdk.ts'],
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/cdktf.out/'],
  moduleNameMapper: { '^(\\.{1,2}/.+)\\.js$': ['$1', '$1.js'], '^cdktf-wordpress-ha$': '<rootDir>/src' },
};

module.exports = {
  // tests wait for what happens and for no time; this only ends one that hangs, on a busy machine too
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/__tests__/e2e/'],
      setupFilesAfterEnv: ['<rootDir>/__tests__/support/setup.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/__tests__/e2e/lab/'],
    },
    { ...shared, displayName: 'lab', testMatch: ['<rootDir>/__tests__/e2e/lab/**/*.test.ts'] },
  ],
};
