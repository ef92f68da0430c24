import { init } from 'echarts';
import { draw } from './echarts.ts';

draw(init);
