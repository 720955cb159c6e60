/** Work that is done again and again while a service runs. */
package org.motifworks.kit.time;
