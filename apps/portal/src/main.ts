import { followLanguage } from './language.ts';
import { loadWhenNear } from './near.ts';
import { followSwitches } from './switches.ts';

followLanguage();
followSwitches();
loadWhenNear();
document.querySelector('.settings')?.removeAttribute('hidden');
void import('@lantu/elements');
