import { answerPlan } from '@breakwater/api';
import { compileLess } from './compile-less.js';
import { stopSignalsFor } from './stop-signals.js';

compileLess(process.versions.v8);
// Only with sessions of its own it has something to end with care.
answerPlan(process, (scouts) => stopSignalsFor(scouts ? ['--scout'] : [], process));
