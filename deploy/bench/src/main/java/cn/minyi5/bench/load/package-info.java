/** The load: visits as phones would submit them, over sockets that cost the machine as little as can be. */
@NullMarked
package cn.minyi5.bench.load;

import org.jspecify.annotations.NullMarked;
