import { register } from 'tsx/esm/api';

// Plain JavaScript, since a worker starts from a file that Node can read as it is; all else is TypeScript
register();
const { serve } = await import('./serve.ts');
serve();
