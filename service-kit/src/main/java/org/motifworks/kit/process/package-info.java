/** How a service behaves as a process of a supervisor on one machine. */
package org.motifworks.kit.process;
