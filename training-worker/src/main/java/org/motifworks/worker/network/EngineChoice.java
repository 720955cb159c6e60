package org.motifworks.worker.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import org.motifworks.contracts.training.ComputeDevice;

/** The engine of this process and the device to train on, decided once at start. */
public final class EngineChoice {

  private final Engine engine;
  private final Device device;

  private EngineChoice(Engine engine, Device device) {
    this.engine = engine;
    this.device = device;
  }

  /**
   * Starts LibTorch.
   *
   * @param threads must agree with OMP_NUM_THREADS, which native code read before
   * @throws DeviceUnavailableException when a GPU is asked for and there is none
   */
  public static EngineChoice start(ComputeDevice wanted, int threads) {
    Engine engine = Engine.getEngine("PyTorch");
    JniUtils.setNumThreads(threads);
    int gpus = engine.getGpuCount();
    if (wanted == ComputeDevice.GPU && gpus == 0) {
      throw new DeviceUnavailableException(
          "a GPU was asked for, but LibTorch " + engine.getVersion() + " finds none");
    }
    boolean gpu = gpus > 0 && wanted != ComputeDevice.CPU;
    return new EngineChoice(engine, gpu ? Device.gpu() : Device.cpu());
  }

  /** {@code cpu} or {@code gpu}. */
  public String deviceLabel() {
    return device.isGpu() ? "gpu" : "cpu";
  }

  /** Version of LibTorch. */
  public String libTorchVersion() {
    return engine.getVersion();
  }

  /** Version of the Deep Java Library. */
  public String djlVersion() {
    return Engine.getDjlVersion();
  }

  Engine engine() {
    return engine;
  }

  Device device() {
    return device;
  }
}
