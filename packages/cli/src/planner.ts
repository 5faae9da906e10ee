import { answerPlan } from '@breakwater/api';
import { compileLess } from './compile-less.js';
import { listenForStop } from './stop-signals.js';

compileLess(process.versions.v8);
answerPlan(process, listenForStop(process));
