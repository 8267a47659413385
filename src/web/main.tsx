import { createRoot } from 'react-dom/client';
import { meQuery, queryClient } from './api/queries.ts';
import { App } from './shell/app.tsx';
import { startText } from './text/start-text.ts';
import './theme/variables.css';
import './theme/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// Who is signed in and the texts are fetched at the same time; sign-in itself is decided by the router.
void queryClient.prefetchQuery(meQuery);
await startText();
createRoot(root).render(<App />);
