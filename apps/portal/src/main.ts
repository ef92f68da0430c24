import { followLanguage } from './language.ts';
import { followSwitches } from './switches.ts';

followLanguage();
followSwitches();
document.querySelector('.settings')?.removeAttribute('hidden');
