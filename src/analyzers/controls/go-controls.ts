import type { NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

export const goVetControls: NonEmpty<Control> = [
  {
    language: 'go',
    name: 'a lock that is copied',
    cwe: 'CWE-667',
    bad: `package counts

import "sync"

type Count struct {
	lock sync.Mutex
	n    int
}

func More(c Count) int {
	c.lock.Lock()
	defer c.lock.Unlock()
	return c.n + 1
}
`,
    good: `package counts

import "sync"

type Count struct {
	lock sync.Mutex
	n    int
}

func More(c *Count) int {
	c.lock.Lock()
	defer c.lock.Unlock()
	return c.n + 1
}
`,
  },
  {
    language: 'go',
    name: 'a context that is never cancelled',
    cwe: 'CWE-772',
    bad: `package calls

import "context"

func Begin(parent context.Context) context.Context {
	child, _ := context.WithCancel(parent)
	return child
}
`,
    good: `package calls

import "context"

func Begin(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(parent)
}
`,
  },
];
